"""Northmere in a database, by the operations that everybody else uses. Needs Django to be set up."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction

from goldthread.common.errors import Refused
from goldthread.models import Board, Document, Organisation, Person, Role
from goldthread.operations import accounts, boards, documents, organisations, people, reading
from goldthread.rules.acting import Acting, acting

COUNCIL, PARTNER, INSPECTORATE = "Northmere Council", "Northmere and Saltmarsh Integrated Care Board", "Ofsted"
PASSWORD = "follow-the-thread"
"""Of every made-up account; the demonstration answers to this machine only."""
REPORT, PLAN = "inspection-report.pdf", "improvement-plan.docx"

_SINCE = date(2025, 4, 1)
"""When the made-up people began."""
_VISITOR_LEAVES = date(2026, 12, 31)
_ELSEWHERE = {"partner_lead": PARTNER, "inspector": INSPECTORATE}


@dataclass(frozen=True, slots=True)
class SignIn:
    """One made-up account. roles: in words."""

    name: str
    title: str
    email: str
    roles: str


def is_there() -> bool:
    """Whether the story has been told into this database already."""
    return Organisation.objects.exists()


def sign_ins(on: date) -> Iterator[SignIn]:
    """The accounts, in the order of the list of roles."""
    order = list(Role.Kind.values)
    found = [(person, acting(person, on)) for person in Person.objects.filter(email__isnull=False, is_active=True)]
    for person, who in sorted(found, key=lambda pair: min(map(order.index, pair[1].roles), default=len(order))):
        yield SignIn(person.name, person.job_title, person.email or "", ", ".join(who.titles))


@transaction.atomic
def tell(pack: Path, on: date) -> Iterator[str]:
    """Founds the council, adds people and boards, hands in both papers and accepts what is read: all of it or nothing.

    Returns what was done, a line each. Raises Refused when the words of the pack are not beside it.
    """
    said = [f"{COUNCIL} is founded."]
    cast, register = _words(pack, "people"), _words(pack, "boards")
    administrator = _people(cast, on)
    said.append(f"{Person.objects.count() - 1} people have accounts; every role has one.")
    _boards(register, cast, on)
    said.append(f"{Board.objects.count()} boards are in the register.")
    said.extend(_papers(pack, _somebody(Role.Kind.IMPROVEMENT_MANAGER, on)))
    people.set_open(person=administrator, is_open=False, by=_somebody(Role.Kind.ADMINISTRATOR, on), why="Only there to begin with.")
    return iter(said)


def _words(pack: Path, name: str) -> Mapping[str, Any]:
    path = pack.parent / "words" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise Refused(f"{path}: Northmere's people and boards are not here. Run this in the project's folder.") from None


def _people(cast: Mapping[str, Any], on: date) -> Person:
    """Everybody with their roles; returns the account that added them."""
    council = organisations.found(name=COUNCIL)
    first = people.first_administrator(name="Setting up", email="setting-up@northmere.example", organisation=council, on=_SINCE)
    by = acting(first, on)
    homes = {COUNCIL: council}
    homes[PARTNER] = organisations.add(name=PARTNER, kind=Organisation.Kind.PARTNER, by=by)
    homes[INSPECTORATE] = organisations.add(name=INSPECTORATE, kind=Organisation.Kind.INSPECTORATE, by=by)
    for known in [*cast["person"], *cast["visitor"]]:
        _person(known, homes, by)
    return first


def _person(known: Mapping[str, Any], homes: Mapping[str, Organisation], by: Acting) -> None:
    home = homes[next((_ELSEWHERE[kind] for kind in known["roles"] if kind in _ELSEWHERE), COUNCIL)]
    email = f"{known['slug']}@northmere.example"
    person = people.add(name=known["name"], organisation=home, email=email, job_title=known["title"], by=by)
    for kind in known["roles"]:
        leaves = _VISITOR_LEAVES if kind == Role.Kind.INSPECTOR else None
        people.give_role(person=person, kind=kind, organisation=homes[COUNCIL], by=by, starts_on=_SINCE, ends_on=leaves)
    accounts.set_password(person=person, password=PASSWORD)


def _boards(register: Mapping[str, Any], cast: Mapping[str, Any], on: date) -> None:
    by = _somebody(Role.Kind.BOARD_SECRETARY, on)
    council = Organisation.objects.get(name=COUNCIL)
    for known in register["board"]:
        facts = boards.Facts(
            name=known["name"],
            aliases=known["aliases"],
            chair=known["chair"],
            cadence=known["cadence"],
            meets_in_public=known["public"],
        )
        board = boards.add(organisation=council, facts=facts, by=by)
        for member in cast["person"]:
            if known["slug"] in member["boards"]:
                boards.add_member(board=board, person=Person.objects.get(name=member["name"]), by=by, starts_on=_SINCE)


def _somebody(kind: str, on: date) -> Acting:
    return acting(Person.objects.exclude(name="Setting up").get(roles__kind=kind), on)


def _papers(pack: Path, by: Acting) -> Iterator[str]:
    """Both papers, as a person would: handed in, read, everything accepted. The plan answers the report's inspection."""
    council = Organisation.objects.get(name=COUNCIL)
    report, plan = (_paper(pack / name, council, by) for name in (REPORT, PLAN))
    answered = documents.accept(document=report, by=by).inspection
    documents.accept(document=plan, by=by, answers=answered)
    for document in (report, plan):
        yield f"{document.name} is read; {document.proposals.count()} things of it are accepted."


def _paper(path: Path, council: Organisation, by: Acting) -> Document:
    with path.open("rb") as file:
        document = documents.receive(file=File(file), name=path.name, organisation=council, by=by)
    reading.read(document_id=document.pk)
    documents.accept_the_rest(document=document, by=by)
    document.refresh_from_db()
    return document
