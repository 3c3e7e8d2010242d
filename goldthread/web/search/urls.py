"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.search import views

urlpatterns: list[URLPattern] = [path("search/", views.search, name="search")]
