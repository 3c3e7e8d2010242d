"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.boards import changes, views

urlpatterns: list[URLPattern] = [
    path("boards/", views.boards, name="boards"),
    path("boards/add/", changes.add, name="board_add"),
    path("boards/names/", views.names, name="board_names"),
    path("boards/names/alias/", changes.alias, name="board_alias"),
    path("boards/<int:pk>/", views.board, name="board"),
    path("boards/<int:pk>/change/", changes.change, name="board_change"),
    path("boards/<int:pk>/members/add/", changes.add_member, name="board_member_add"),
    path("boards/<int:pk>/members/<int:member>/end/", changes.end_member, name="board_member_end"),
]
