"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.actions import changes, views

urlpatterns: list[URLPattern] = [
    path("actions/<int:pk>/", views.action, name="action"),
    path("actions/<int:pk>/due-date/", changes.due_date, name="action_due_date"),
    path("actions/<int:pk>/leads/", changes.leads, name="action_leads"),
    path("actions/<int:pk>/rating/", changes.rating, name="action_rating"),
    path("actions/<int:pk>/progress/", changes.progress, name="action_progress"),
]
