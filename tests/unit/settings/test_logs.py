"""A log line about a fault quotes nothing of what was being read."""

import logging
import sys

from goldthread.settings.logs import WithoutWords


def logged(error: BaseException) -> str:
    try:
        raise error
    except BaseException:
        record = logging.LogRecord("goldthread", logging.ERROR, __file__, 1, "Fault", (), sys.exc_info())
    return WithoutWords("%(levelname)s %(message)s").format(record)


def test_the_kind_and_the_place_are_there_and_the_message_is_not() -> None:
    told = logged(ValueError("Orla Fenwright"))

    assert "builtins.ValueError" in told
    assert "test_logs.py" in told
    assert "Orla" not in told


def test_nor_is_the_message_of_what_lies_behind_it() -> None:
    error = RuntimeError("outer")
    error.__cause__ = KeyError("Orla")

    told = logged(error)

    assert "builtins.KeyError" in told
    assert "Orla" not in told
