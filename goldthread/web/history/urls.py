"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.history import views

urlpatterns: list[URLPattern] = [path("history/", views.history, name="history")]
