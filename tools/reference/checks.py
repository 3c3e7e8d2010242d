"""The plan checks: an index and a page for each hundred."""

from collections.abc import Iterable

from goldthread.common.dates import spoken
from goldthread.thread.checks import EXAMPLE_DAY, THEMES, Check, all_checks
from goldthread.thread.checks.examples import printed
from tools.reference.markdown import code, page, sentence, table

_INTRODUCTION = f"""Every check has a code, and a code is never reused. `GT3` means all of GT3xx wherever codes are asked for.

The examples are small plans, written as the picture has them; the bad one is flagged and the good one is not, as at
{spoken(EXAMPLE_DAY)}. A test runs both. What each severity means: **error**, the thread is broken here; **warning**, it is likely
to break; **note**, better put otherwise.

To leave checks out or to tell them about one plan's habits, see [the settings](../configuration.md)."""


def pages() -> dict[str, str]:
    """``checks/README.md`` and one page a theme, such as ``checks/gt3-dates.md``."""
    made = {"checks/README.md": page("Plan checks", _INTRODUCTION, _index())}
    for hundred, (name, question) in enumerate(THEMES.items(), 1):
        made[_path(hundred, name)] = page(_title(hundred, name), sentence(question), *map(_check, _of(hundred)))
    return made


def _of(hundred: int) -> Iterable[Check]:
    return [check for check in all_checks() if check.code.startswith(f"GT{hundred}")]


def _path(hundred: int, name: str) -> str:
    return f"checks/gt{hundred}-{name}.md"


def _title(hundred: int, name: str) -> str:
    return f"GT{hundred}xx: {name}"


def _index() -> str:
    parts = []
    for hundred, (name, question) in enumerate(THEMES.items(), 1):
        rows = [(f"[{check.code}]({_path(hundred, name)[7:]}#{anchor(check)})", check.title, check.severity) for check in _of(hundred)]
        parts.append(f"## {_title(hundred, name)}\n\n{sentence(question)}\n\n{table(('Code', 'Finds', 'Severity'), rows)}")
    return "\n\n".join(parts)


def anchor(check: Check) -> str:
    """The check's heading in its page: its code in small letters."""
    return check.code.lower()


def _check(check: Check) -> str:
    return "\n\n".join(
        (
            f'<a id="{anchor(check)}"></a>\n\n## {check.code}: {check.title}',
            f"**{check.severity.capitalize()}.** {sentence(check.why)}",
            f"What to do: {sentence(check.do)[0].lower() + sentence(check.do)[1:]}",
            f"Source: {sentence(check.source)}",
            f"Flagged:\n\n{code(printed(check.bad))}",
            f"It says:\n\n{code(chr(10).join(check.bad_output))}",
            f"Not flagged:\n\n{code(printed(check.good))}",
        )
    )
