"""A council on the day of its story, and people signed in: as for the pages of plans."""

from tests.unit.web.plans.conftest import manager, northmere, sign_in, today

__all__ = ["manager", "northmere", "sign_in", "today"]
