"""How many queries the pages of a large plan ask: ``make bench`` measures their time."""

from typing import Any

import pytest
from django.test import Client

from goldthread.models import Item
from tests import big, world
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PLAN = "/plans/northmere-2025/"


@pytest.fixture
def large(northmere: World) -> Item:
    """The first item of a plan of 2,000 actions."""
    world.plan(northmere, big.a_big_picture())
    return Item.objects.order_by("order")[0]


def test_no_page_of_a_large_plan_asks_more_than_25_queries_nor_the_list_again_more_than_12(
    manager: Client, large: Item, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(25):
        assert manager.get(PLAN).status_code == 200
    with django_assert_max_num_queries(12):
        assert manager.get(f"{PLAN}?per=20&sort=-late").status_code == 200
    for address in ("/plans/", f"{PLAN}items/{large.pk}/", f"{PLAN}map/?open=item-{large.pk}", f"{PLAN}checks/", f"{PLAN}boards/"):
        with django_assert_max_num_queries(12):
            assert manager.get(address).status_code == 200
