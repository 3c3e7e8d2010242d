"""Sign-in by the council's own directory (OpenID Connect): prepared by settings, off until they are given.

``GOLDTHREAD_OIDC_SERVER``         the directory's address, as its administrators give it
``GOLDTHREAD_OIDC_CLIENT_ID``      what it knows Goldthread as
``GOLDTHREAD_OIDC_CLIENT_SECRET``  and the secret that goes with it
``GOLDTHREAD_OIDC_NAME``           what the button says; ``your council account`` unless told
"""

from typing import Any
from urllib.parse import urlsplit

import environ


def providers(env: environ.Env) -> dict[str, Any]:
    """allauth's settings for one directory, or none."""
    server = env("GOLDTHREAD_OIDC_SERVER", default="")
    if not server:
        return {}
    app = {
        "provider_id": "council",
        "name": env("GOLDTHREAD_OIDC_NAME", default="your council account"),
        "client_id": env("GOLDTHREAD_OIDC_CLIENT_ID"),
        "secret": env("GOLDTHREAD_OIDC_CLIENT_SECRET"),
        "settings": {"server_url": server, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def origins(env: environ.Env) -> list[str]:
    """Where a reader is sent on to by the button that signs in by the directory."""
    server = urlsplit(env("GOLDTHREAD_OIDC_SERVER", default=""))
    return [f"{server.scheme}://{server.netloc}"] if server.netloc else []
