"""Names with a hyphen that print parts at the end of a line."""

import re

_PARTED = re.compile(r"[^\W\d_]-")


def goes_on_after_hyphen(above: str, below: str) -> bool:
    """Whether two lines of a cell part a name at its own hyphen: a letter and a hyphen above, a capital below.

    Before a small letter the hyphen may be print's alone, so such lines stay apart for whoever knows the words.
    """
    return bool(_PARTED.fullmatch(above.rstrip()[-2:])) and below[:1].isupper()
