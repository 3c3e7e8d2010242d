"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.inspections import views

urlpatterns: list[URLPattern] = [
    path("inspections/", views.inspections, name="inspections"),
    path("inspections/<int:pk>/", views.inspection, name="inspection"),
    path("findings/<int:pk>/", views.finding, name="finding"),
]
