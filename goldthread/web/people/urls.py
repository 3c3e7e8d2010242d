"""Addresses."""

from django.conf import settings
from django.urls import URLPattern, path

from goldthread.web.people import changes, views

urlpatterns: list[URLPattern] = [
    path("people/", views.people, name="people"),
    path("people/add/", changes.add, name="person_add"),
    path("people/organisations/add/", changes.add_organisation, name="organisation_add"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/change/", changes.change, name="person_change"),
    path("people/<int:pk>/link/", changes.send_link, name="person_link"),
    path("people/<int:pk>/close/", changes.close, name="person_close"),
    path("people/<int:pk>/open/", changes.open_again, name="person_open"),
    path("people/<int:pk>/second-steps/", changes.remove_second_steps, name="person_second_steps"),
    path("people/<int:pk>/roles/give/", changes.give_role, name="role_give"),
    path("people/<int:pk>/roles/<int:role>/end/", changes.end_role, name="role_end"),
]

if settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += [path("people/<int:pk>/directory/", changes.directory, name="person_directory")]
