"""The page as one file of HTML: type, style and script inside it, nothing fetched from anywhere."""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from goldthread.common.dates import spoken
from goldthread.common.text import shorten
from goldthread.reports.map.content import ActionLine, Content, FindingLine, GradeLine, Group, ItemLine, OutcomeLine
from goldthread.reports.map.gather import gather
from goldthread.reports.map.layout import COLUMNS, bands, unanswered
from goldthread.reports.map.svg import SHAPE_PATHS, Href, draw_band, draw_timing
from goldthread.reports.map.table import filters, fold_words, proof, states
from goldthread.reports.map.words import action_words, count, fit, full_stop, quotes, sentence, service_words, unmeasured
from goldthread.reports.papers import length
from goldthread.thread.checks import CheckFinding
from goldthread.thread.picture import Picture

_HERE = "goldthread.reports.map"
_FACES = (
    ("latin", "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+FFFD"),
    ("latin-ext", "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0"),
)


def _bytes(name: str) -> bytes:
    return files(_HERE).joinpath(name).read_bytes()


def _face(name: str) -> str:
    """The typeface's file in base 64; the site serves the same files."""
    font = files("goldthread.reports").joinpath("fonts", f"atkinson-hyperlegible-next-{name}-wght-normal.woff2")
    return base64.b64encode(font.read_bytes()).decode()


@lru_cache(maxsize=1)
def _style() -> str:
    faces = "".join(
        f"@font-face{{font-family:Hyperlegible;font-weight:200 800;font-display:swap;unicode-range:{covered};"
        f'src:url(data:font/woff2;base64,{_face(name)}) format("woff2")}}\n'
        for name, covered in _FACES
    )
    return faces + _bytes("page.css").decode() + _bytes("thread.css").decode()


@lru_cache(maxsize=1)
def _script() -> str:
    return _bytes("page.js").decode()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def policy() -> str:
    """What a browser may do with the page: our own style and script by their sums, the type inside it, and nothing else."""
    return (
        f"default-src 'none'; style-src {_digest(_style())}; script-src {_digest(_script())}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader(_HERE, "templates"),
        autoescape=True,
        finalize=lambda value: "" if value is None else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(spoken=spoken, shorten=shorten, sentence=sentence, full_stop=full_stop, service=service_words)
    environment.globals.update(
        count=count,
        action_words=action_words,
        length=length,
        unmeasured=unmeasured,
        draw_timing=draw_timing,
        columns=COLUMNS,
        shapes=SHAPE_PATHS,
        filters=filters,
        states=states,
        proof=proof,
        fold_words=fold_words,
        all_measured=lambda lines: all(line.measures for line in lines),
        as_quotes=lambda place: quotes("entry", place),
        severities={"error": "Lost", "warning": "Doubtful", "info": "For information"},
    )
    return environment


def _pieces(content: Content) -> Iterator[tuple[str, str]]:
    """Key and id of what actions and items have: evidence, progress and measures."""
    for group in content.groups:
        for item in group.items:
            yield from ((piece.key, piece.anchor) for piece in item.measures)
            yield from ((piece.key, piece.anchor) for line in item.actions for piece in (*line.evidence, *line.measures))


def _ids(content: Content) -> Mapping[str, str]:
    """The id on the page of everything that the drawing leads to, by key."""
    items = [item for group in content.groups for item in group.items]
    lines: list[GradeLine | FindingLine | ItemLine | OutcomeLine | ActionLine] = [
        *(line for service in content.services for line in service.grades),
        *content.asked,
        *content.paragraphs,
        *items,
        *(outcome for item in items for outcome in item.outcomes),
        *content.actions,
    ]
    return {line.key: line.anchor for line in lines} | dict(_pieces(content))


def drawings(group: Group, href: Href) -> list[tuple[str, str, list[Markup]]]:
    """For each item of a fold: its id, its heading and its bands; findings that nothing answers come as one, without a heading."""
    if group.unanswered:
        return [("", "", [draw_band(band, href) for band in unanswered(group.unanswered)])]
    return [(line.anchor, f"{line.item.ref}  {line.item.text}", [draw_band(band, href) for band in bands(line)]) for line in group.items]


def render(content: Content) -> str:
    """The page for a content."""
    page, ids = _templates().get_template("page.html"), _ids(content)
    # Style and script are ours, so they are markup; everything else is escaped.
    style, script = Markup(_style()), Markup(_script())

    def drawn(group: Group) -> list[tuple[str, str, list[Markup]]]:
        return drawings(group, lambda key: f"#{ids[key]}")

    return fit(page.render(page=content, drawings=drawn, style=style, script=script, policy=policy()))


def draw(picture: Picture, findings: Sequence[CheckFinding], *, as_at: date) -> str:
    """The map of a picture as one HTML page, with what the checks found, as at a day. The same values give the same text."""
    return render(gather(picture, findings, as_at=as_at))
