"""One authority under the names that reports print, and never two as one."""

import pytest

from goldthread.rules.authorities import is_same, key


@pytest.mark.parametrize(
    "printed",
    ["Northmere", "NORTHMERE  COUNCIL", "Northmere Metropolitan Borough Council", "City of Northmere", "Northmere local area partnership"],
)
def test_what_sort_of_an_authority_it_is_does_not_tell_it_from_itself(printed: str) -> None:
    assert is_same(printed, "Northmere Council")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bolton", "Northmere Council"), ("North Lincolnshire", "Lincolnshire County Council"), (None, None), ("", "Northmere")],
)
def test_other_names_and_no_name_are_never_the_same(one: str | None, other: str | None) -> None:
    assert not is_same(one, other)


def test_a_name_of_nothing_but_kinds_is_kept() -> None:
    assert key("The City Council") == "the city council"
    assert key("London Borough of Barnet") == "barnet"
    assert key("City of London") == "london"
