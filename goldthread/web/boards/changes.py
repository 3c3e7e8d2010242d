"""Changes of the register: each is filled in, checked and saved."""

from functools import partial
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.safestring import mark_safe

from goldthread.common.dates import spoken
from goldthread.common.text import squeeze
from goldthread.models import Board, Membership, Organisation, Person
from goldthread.operations import boards as operations
from goldthread.operations.boards import Facts
from goldthread.queries import boards as queries
from goldthread.queries import people
from goldthread.rules import boards as rules
from goldthread.rules.acting import day_before
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.boards import forms, showing
from goldthread.web.boards.steps import stepped
from goldthread.web.tags.parts import Fact, Link

Capacity = Membership.Capacity


@needs(Permission.BOARDS_CHANGE)
def add(request: Request) -> HttpResponse:
    """A new board, its name filled in when it comes from a plan (``?name=``)."""
    council = queries.home()
    form = forms.BoardForm(_sent(request), initial={"name": request.GET.get("name", "")})

    def save(given: dict[str, Any]) -> HttpResponse:
        made = operations.add(organisation=council, facts=Facts(**given), by=request.who)
        return _done(request, made, f"{made.name} is in the register.")

    return stepped(
        request,
        form,
        rule=partial(_check_names, council, None),
        check=partial(_check_facts, council, None),
        save=save,
        context=_frame("Add a board", reverse("boards"), button="Continue"),
    )


@needs(Permission.BOARDS_CHANGE)
def change(request: Request, pk: int) -> HttpResponse:
    """What the register says of a board."""
    board = _board(request, pk)
    form = forms.BoardForm(_sent(request), initial=forms.BoardForm.initial_of(operations.facts_of(board)))

    def save(given: dict[str, Any]) -> HttpResponse:
        operations.change(board=board, facts=Facts(**given), by=request.who)
        return _done(request, board, f"{board.name} is changed.")

    return stepped(
        request,
        form,
        rule=partial(_check_names, board.organisation, board),
        check=partial(_check_facts, board.organisation, board),
        save=save,
        context=_frame(f"Change {board.name}", _address(board), board=board, button="Continue"),
    )


@needs(Permission.BOARDS_CHANGE)
def alias(request: Request) -> HttpResponse:
    """A name that plans print becomes another name of a board (``?name=``)."""
    printed = squeeze(request.GET.get("name", ""))
    if not printed:
        return redirect("board_names")
    form = forms.AliasForm(_sent(request), boards=queries.visible_to(request.who))

    def check(given: dict[str, Any]) -> dict[str, Any]:
        facts = [Fact(key="Board", value=given["board"].name), Fact(key="Also called", value=printed)]
        joining = queries.joining([printed], given["board"].organisation)
        return {"facts": facts, "consequence": showing.consequence(joining), "button": "Add the name"}

    def save(given: dict[str, Any]) -> HttpResponse:
        board = operations.add_alias(board=given["board"], alias=printed, by=request.who)
        return _done(request, board, f"“{printed}” means {board.name} from now on.")

    return stepped(
        request,
        form,
        rule=lambda given: rules.check_names(given["board"].organisation, (given["board"].name, printed), given["board"]),
        check=check,
        save=save,
        context=_frame(f"Which board is “{printed}”?", reverse("board_names"), button="Continue"),
    )


@needs(Permission.BOARDS_CHANGE)
def add_member(request: Request, pk: int) -> HttpResponse:
    """Somebody sits on a board."""
    board = _board(request, pk)
    choices = {"people": people.visible_to(request.who).filter(is_active=True), "seated": _seated(board, request)}
    form = forms.MemberForm(_sent(request), initial=forms.first_day(request.who.on), **choices)

    def save(given: dict[str, Any]) -> HttpResponse:
        member = operations.add_member(board=board, by=request.who, **given)
        return _done(request, board, f"{member.person.name} sits on {board.name} from {spoken(member.starts_on)}.")

    return stepped(
        request,
        form,
        rule=lambda given: rules.check_can_sit(board, **given),
        check=partial(_check_member, board),
        save=save,
        context=_frame("Add a member", _address(board), board=board, button="Continue"),
    )


@needs(Permission.BOARDS_CHANGE)
def end_member(request: Request, pk: int, member: int) -> HttpResponse:
    """Somebody sits on a board no longer."""
    board = _board(request, pk)
    found = get_object_or_404(board.memberships.select_related("person", "board"), pk=member)
    form = forms.EndForm(_sent(request), initial={"ends_on": max(found.starts_on, day_before(request.who.on))})

    def save(given: dict[str, Any]) -> HttpResponse:
        operations.end_member(member=found, by=request.who, **given)
        return _done(request, board, f"{found.person.name} sits on {board.name} until {spoken(given['ends_on'])}.")

    def check(given: dict[str, Any]) -> dict[str, Any]:
        facts = [
            Fact(key="Person", value=showing.period(found)),
            Fact(key="First day", value=found.starts_on),
            Fact(key="Last day", value=given["ends_on"]),
            Fact(key="Why", value=given["why"], none="Not said"),
        ]
        return {"facts": facts, "consequence": _LOSES, "button": "End membership", "kind": "warning"}

    return stepped(
        request,
        form,
        rule=lambda given: rules.check_can_end(found, given["ends_on"], request.who.on),
        check=check,
        save=save,
        context=_frame(f"End the membership of {found.person.name}", _address(board), board=board, button="Continue"),
    )


def _sent(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _board(request: Request, pk: int) -> Board:
    return get_object_or_404(queries.visible_to(request.who), pk=pk)


def _address(board: Board) -> str:
    return reverse("board", args=[board.pk])


def _frame(heading: str, cancel: str, *, button: str, board: Board | None = None) -> dict[str, Any]:
    trail = [Link(text="Boards", href=reverse("boards"))]
    trail += [Link(text=board.name, href=_address(board))] if board else []
    return {"heading": heading, "section": "Boards", "cancel": cancel, "button": button, "breadcrumbs": [*trail, Link(text=heading)]}


def _done(request: Request, board: Board, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("board", board.pk)


def _check_names(organisation: Organisation, board: Board | None, given: dict[str, Any]) -> None:
    rules.check_names(organisation, (given["name"], *given["aliases"]), board)


def _check_facts(organisation: Organisation, board: Board | None, given: dict[str, Any]) -> dict[str, Any]:
    names = (given["name"], *given["aliases"])
    leaving = queries.leaving(board, names) if board else ()
    return {
        "facts": showing.answers(Facts(**given)),
        "consequence": showing.consequence(queries.joining(names, organisation), leaving),
        "button": "Save changes" if board else "Add board",
    }


def _check_member(board: Board, given: dict[str, Any]) -> dict[str, Any]:
    stands_for: Person | None = given["alternate_for"]
    facts = [
        Fact(key="Board", value=board.name),
        Fact(key="Person", value=str(given["person"])),
        Fact(key="Capacity", value=Capacity(given["capacity"]).label),
        *([Fact(key="Alternate for", value=str(stands_for))] if stands_for else []),
        Fact(key="First day", value=given["starts_on"]),
        Fact(key="Last day", value=given["ends_on"], none="Without an end"),
    ]
    return {"facts": facts, "consequence": _GAINS, "button": "Add member"}


_GAINS: Final = mark_safe(
    "<p>Whoever has the role of a board member reads every plan that the board watches, as long as they sit on it.</p>"
)
_LOSES: Final = mark_safe("<p>From the day after, they no longer read plans because this board watches them.</p>")


def _seated(board: Board, request: Request) -> Any:
    now = [row.person_id for row in queries.members(board, request.who).now]
    return Person.objects.filter(pk__in=now).select_related("organisation")
