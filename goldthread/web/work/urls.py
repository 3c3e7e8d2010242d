"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.work import views

urlpatterns: list[URLPattern] = [
    path("", views.my_work, name="my_work"),
    path("work/without-a-known-person/<slug:reference>/", views.unled, name="work_unled"),
]
