"""Whether the site is alive, for whoever watches over it."""

from django.db import connection
from django.http import HttpRequest, HttpResponse

from goldthread.web.access import open_to_all


@open_to_all
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """``ok`` when the database answers; says nothing else to anybody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
