"""Full-text search by each database's own means, behind one face. The indexes are made in migration 0003."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from goldthread.queries.sought import Sought

START, END = "\ue000", "\ue001"
"""Stand around found words. They are signs of nobody's writing, and are taken out of what is indexed."""
_ENTRY = '"goldthread_searchentry"'


@dataclass(frozen=True, slots=True)
class Shown:
    """A found entry's title and body, with START and END around what was found."""

    title: str
    body: str


class Engine(Protocol):
    """What a database's full-text search does for us. ``sought`` is never empty."""

    def matches(self, sought: Sequence[Sought]) -> Any:
        """Whether an entry holds everything sought, as an expression for ``SearchEntry.objects.filter``."""

    def in_title(self, sought: Sequence[Sought]) -> Any:
        """Whether its title alone holds everything sought, as an expression."""

    def show(self, sought: Sequence[Sought], ids: Collection[int]) -> dict[int, Shown]:
        """Titles and bodies of these entries by id, marked."""


class _Sqlite:
    """FTS5. Each word is quoted, so that none is read as an operator."""

    def matches(self, sought: Sequence[Sought]) -> Any:
        return self._holds(_fts5(sought))

    def in_title(self, sought: Sequence[Sought]) -> Any:
        return self._holds(f"{{title}} : ({_fts5(sought)})")

    @staticmethod
    def _holds(wanted: str) -> RawSQL:
        inside = "SELECT rowid FROM goldthread_searchwords WHERE goldthread_searchwords MATCH %s"
        return RawSQL(f"{_ENTRY}.id IN ({inside})", (wanted,), output_field=BooleanField())

    def show(self, sought: Sequence[Sought], ids: Collection[int]) -> dict[int, Shown]:
        marks = (START, END)
        return _shown(
            f"""SELECT rowid, highlight(goldthread_searchwords, 0, %s, %s), highlight(goldthread_searchwords, 1, %s, %s)
                FROM goldthread_searchwords WHERE goldthread_searchwords MATCH %s AND rowid IN ({_places(ids)})""",
            (*marks, *marks, _fts5(sought), *ids),
        )


def _fts5(sought: Sequence[Sought]) -> str:
    return " AND ".join(f'"{" ".join(one.words)}"{" *" if one.is_beginning else ""}' for one in sought)


class _Postgresql:
    """tsvector under the configuration ``goldthread``: English endings, no words left out."""

    _OPTIONS = f"StartSel={START}, StopSel={END}, HighlightAll=true"

    def matches(self, sought: Sequence[Sought]) -> Any:
        query, values = _tsquery(sought)
        return RawSQL(f"{_ENTRY}.words @@ ({query})", values, output_field=BooleanField())

    def in_title(self, sought: Sequence[Sought]) -> Any:
        query, values = _tsquery(sought)
        return RawSQL(f"ts_filter({_ENTRY}.words, '{{a}}') @@ ({query})", values, output_field=BooleanField())

    def show(self, sought: Sequence[Sought], ids: Collection[int]) -> dict[int, Shown]:
        query, values = _tsquery(sought)
        return _shown(
            f"""SELECT id, ts_headline('goldthread', title, {query}, %s), ts_headline('goldthread', body, {query}, %s)
                FROM goldthread_searchentry WHERE id IN ({_places(ids)})""",
            (*values, self._OPTIONS, *values, self._OPTIONS, *ids),
        )


def _tsquery(sought: Sequence[Sought]) -> tuple[str, tuple[str, ...]]:
    """The query as an expression with its values: words next to each other by ``<->``, the last one open where it is a beginning."""
    made = [" <-> ".join(f"'{word}'" for word in one.words) + (":*" if one.is_beginning else "") for one in sought]
    return " && ".join(["to_tsquery('goldthread', %s)"] * len(made)), tuple(made)


def _places(ids: Collection[int]) -> str:
    return ", ".join(["%s"] * len(ids))


def _shown(sql: str, values: Sequence[str | int]) -> dict[int, Shown]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0]: Shown(row[1], row[2]) for row in cursor.fetchall()}


_ENGINES: Final[dict[str, Engine]] = {"sqlite": _Sqlite(), "postgresql": _Postgresql()}


def engine() -> Engine:
    """The one of the database in use."""
    return _ENGINES[connection.vendor]


def unmarked(text: str) -> str:
    """The text without the two signs that mark found words and without what PostgreSQL cannot keep."""
    return text.replace(START, "").replace(END, "").replace("\x00", "")
