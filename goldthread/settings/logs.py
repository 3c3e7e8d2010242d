"""Log lines that say what failed and where, and never with what."""

import logging
import traceback
from types import TracebackType


class WithoutWords(logging.Formatter):
    """Writes of an exception its kind and the lines of code it passed, and leaves out its message: that may quote a record."""

    def formatException(self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]) -> str:  # noqa: N802 - logging's name
        """The kind of the exception and of those behind it, each with its frames."""
        told, error = [], ei[1]
        while error is not None:
            frames = "".join(traceback.format_tb(error.__traceback__))
            told.append(f"{frames}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nbehind it:\n".join(told)
