"""How a line begins that names who is responsible for a finding beside it."""

import re

from goldthread.common.text import squeeze

_LABEL = re.compile(
    r"(?:(?:responsible|accountable|lead|named|addressed)"
    r" (?:(?:public )?bod(?:y|ies)|organisations?|agenc(?:y|ies)|partners?|authorit(?:y|ies))"
    r"|(?:bod(?:y|ies)|organisations?|agenc(?:y|ies)) responsible|who is responsible|responsibility|addressed to|for action by)"
    r"(?:\(\w{1,3}\))?\s*:\s*",
    re.IGNORECASE,
)


def names_responsible(text: str) -> str | None:
    """What a line says after "Responsible body:" or the like, perhaps nothing; None when it has no such label."""
    flat = squeeze(text)
    label = _LABEL.match(flat)
    return flat[label.end() :].strip(" .") if label else None
