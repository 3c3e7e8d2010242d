"""What a rule raises."""

from goldthread.common.errors import UserFacingError


class NotAllowed(UserFacingError):
    """Somebody may not do this; the message says why, and who may."""


class NotPossible(UserFacingError):
    """Nobody can do this as things stand; the message says what stands in the way and what to do."""


class ChangedMeanwhile(UserFacingError):
    """Somebody else changed the same thing first; the message says who and when, and nothing was overwritten."""
