"""Addresses."""

from django.urls import URLPattern, path

from goldthread.web.plans import views

urlpatterns: list[URLPattern] = [
    path("plans/", views.plans, name="plans"),
    path("plans/<slug:reference>/", views.plan, name="plan"),
    path("plans/<slug:reference>/items/<int:pk>/", views.item, name="item"),
    path("plans/<slug:reference>/map/", views.plan_map, name="plan_map"),
    path("plans/<slug:reference>/checks/", views.plan_checks, name="plan_checks"),
    path("plans/<slug:reference>/boards/", views.plan_boards, name="plan_boards"),
]
