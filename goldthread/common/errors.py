"""Errors that are part of the interface: they are shown to the reader as they are."""


class UserFacingError(Exception):
    """Something the person at the keyboard can mend; the message says what was found, what would be right, what to do."""


class Refused(UserFacingError):
    """A file or a request that Goldthread will not take, with one line saying why and what to do instead."""
