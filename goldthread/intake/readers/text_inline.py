"""Marks of emphasis inside a line of text (``**bold**``, ``__underline__``, ``<u>…</u>``) as spans without the marks."""

import html
import re
from dataclasses import dataclass

from goldthread.intake.document import Span

_TOKEN = re.compile(
    r"(?P<break><br\s*/?>)"
    r"|(?P<tag></?(?:u|ins|b|strong|i|em|span|sup|sub|font|small|mark|a|p)(?:\s[^<>]{0,300})?/?>)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<mark>\*\*|(?<!_)__(?!_))"
    r"|(?P<comment><!--)",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]{0,500})\]\((?:[^()\s]{1,2000})(?:\s+\"[^\"]{0,300}\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]{0,200}@?[^\s<>]{1,300}\.[^\s<>]{1,300})>")
_SLANTED = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])|(?<![\w\\])_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])_(?!\w)"
)
_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])([^~\n]{1,500})(?<=\S)~~(?!~)")
"""Struck words stay, as they do from a document: whether they still hold is for a person to say."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_BOLD, _UNDERLINE = "bold", "underline"
_TAGS = {"u": _UNDERLINE, "ins": _UNDERLINE, "b": _BOLD, "strong": _BOLD}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    does: str  # "open", "close", "either" (a mark that opens and closes alike), "text"
    what: str


def spans_of(text: str, *, markdown: bool) -> tuple[Span, ...]:
    """The stretches of text with their emphasis; a mark without its partner stays as printed. ``<br>`` gives a newline.

    markdown: links, slanted type, entities and escapes are read too.
    """
    if markdown:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _SLANTED.sub(lambda it: it[1] or it[2], _LINK.sub(r"\g<words>", text)))
        text = _STRUCK.sub(r"\1", _AUTOLINK.sub(r"\1", text))
    tokens = _paired(_tokens(text, markdown))
    spans: list[Span] = []
    open_now = {_BOLD: 0, _UNDERLINE: 0}
    done = 0
    for token in tokens:
        _add(spans, text[done : token.start], open_now)
        done = token.end
        if token.does == "text":
            _add(spans, token.what, open_now)
        elif token.what in open_now:
            open_now[token.what] = max(0, open_now[token.what] + (1 if token.does == "open" else -1))
    _add(spans, text[done:], open_now)
    return tuple(spans)


def plain(spans: tuple[Span, ...]) -> str:
    """The words of spans."""
    return "".join(span.text for span in spans)


def is_bold(spans: tuple[Span, ...]) -> bool:
    """Whether all that is printed is bold."""
    return any(span.bold for span in spans) and all(span.bold or not span.text.strip() for span in spans)


def stripped(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans whose lines have no space at either end, as the text of a cell has none."""
    text = plain(spans)
    flags = [(span.bold, span.underline) for span in spans for _ in span.text]
    keep = [at for line in re.finditer(r"[^\n]+", text) for at in _inner(text, *line.span())]
    first, last = (keep[0], keep[-1]) if keep else (0, -1)
    kept = sorted({*keep, *(at for at in range(first, last + 1) if text[at] == "\n")})
    found: list[Span] = []
    for at in kept:
        bold, underline = flags[at]
        _add(found, text[at], {_BOLD: int(bold), _UNDERLINE: int(underline)})
    return tuple(found)


def _inner(text: str, start: int, end: int) -> range:
    line = text[start:end]
    return range(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _add(spans: list[Span], text: str, open_now: dict[str, int]) -> None:
    if not text:
        return
    bold, underline = open_now[_BOLD] > 0, open_now[_UNDERLINE] > 0
    if spans and (spans[-1].bold, spans[-1].underline) == (bold, underline):
        text = spans.pop().text + text
    spans.append(Span(text=text, bold=bold, underline=underline))


def _tokens(text: str, markdown: bool) -> list[_Token]:
    tokens: list[_Token] = []
    done = 0
    for match in _TOKEN.finditer(text):
        if match.start() < done:
            continue
        token = _token(text, match, markdown)
        if token:
            tokens.append(token)
            done = token.end
    return tokens


def _token(text: str, match: re.Match[str], markdown: bool) -> _Token | None:
    start, end = match.span()
    if match["break"]:
        return _Token(start, end, "text", "\n")
    if match["tag"]:
        name = re.sub(r"[^a-z]", "", match["tag"].lower().split()[0])
        return _Token(start, end, "close" if match["tag"][1] == "/" else "open", _TAGS.get(name, "other"))
    if match["escape"]:
        return _Token(start, end, "text", match["escape"][1]) if markdown else None
    if match["comment"]:
        close = text.find("-->", end)
        return _Token(start, close + 3 if close >= 0 else len(text), "open", "other") if markdown else None
    what = _BOLD if match["mark"] == "**" else _UNDERLINE
    opens, closes = text[end : end + 1].strip() != "", text[start - 1 : start].strip() != ""
    if not opens and not closes:
        return None
    return _Token(start, end, "either" if opens and closes else "open" if opens else "close", f"{what}*")


def _paired(tokens: list[_Token]) -> list[_Token]:
    """Tokens with each mark settled as opening or closing; a mark without partner is dropped and so stays in the text."""
    waiting: dict[str, int] = {}
    settled: dict[int, _Token] = {}
    for at, token in enumerate(tokens):
        if token.does == "text" or not token.what.endswith("*"):
            settled[at] = token
            continue
        begun = waiting.get(token.what)
        if begun is not None and token.does in ("close", "either"):
            del waiting[token.what]
            what = token.what[:-1]
            settled[begun] = _Token(tokens[begun].start, tokens[begun].end, "open", what)
            settled[at] = _Token(token.start, token.end, "close", what)
        elif token.does in ("open", "either"):
            waiting[token.what] = at
    return [settled[at] for at in sorted(settled)]
