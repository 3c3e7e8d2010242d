"""A council on the day of its story, and people signed in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from goldthread.models import Person
from tests import world
from tests.world import World

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def today(settings: Any) -> None:
    settings.TODAY = world.DAY


@pytest.fixture
def northmere() -> World:
    return world.council()


@pytest.fixture
def sign_in() -> SignIn:
    """A browser of its own for each person."""

    def signed_in(who: Person) -> Client:
        client = Client()
        client.force_login(who, backend=django_settings.AUTHENTICATION_BACKENDS[-1])
        return client

    return signed_in


@pytest.fixture
def manager(northmere: World, sign_in: SignIn) -> Client:
    """The improvement manager's browser."""
    return sign_in(northmere.manager)
