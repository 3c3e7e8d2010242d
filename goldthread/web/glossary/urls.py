"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.glossary import views

urlpatterns: list[URLPattern] = [path("glossary/", views.glossary, name="glossary")]
