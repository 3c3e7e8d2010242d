"""Every address of the site, an area at a time. Nothing is included from elsewhere unseen: sign-in's addresses are listed too."""

from django.urls import URLPattern, URLResolver, include, path

from goldthread.web import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.health, name="health"),
    path("", include("goldthread.web.accounts.urls")),
    path("", include("goldthread.web.work.urls")),
    path("", include("goldthread.web.inspections.urls")),
    path("", include("goldthread.web.plans.urls")),
    path("", include("goldthread.web.actions.urls")),
    path("", include("goldthread.web.documents.urls")),
    path("", include("goldthread.web.boards.urls")),
    path("", include("goldthread.web.people.urls")),
    path("", include("goldthread.web.glossary.urls")),
    path("", include("goldthread.web.search.urls")),
    path("", include("goldthread.web.history.urls")),
]

handler400 = "goldthread.web.errors.bad_request"
handler403 = "goldthread.web.errors.permission_denied"
handler404 = "goldthread.web.errors.not_found"
handler429 = "goldthread.web.accounts.lockout.too_many_requests"
handler500 = "goldthread.web.errors.fault"
