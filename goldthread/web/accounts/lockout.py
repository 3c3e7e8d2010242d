"""What somebody reads who is locked out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """429: too many wrong passwords. The same words whether or not the account exists."""
    return render(request, "errors/429.html", status=429)
