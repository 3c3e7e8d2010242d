"""GT2xx: is one person answerable for each action, by post and not by name?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from goldthread.common.text import shorten
from goldthread.thread.checks.base import Hit, Line, Subject, check, each_or_listed, each_or_once, on_line, quoted_list
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.names import initials_at_work, initials_in_cell, named_people
from goldthread.thread.checks.wording import is_body, lost, texts

_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


@check(
    code="GT201",
    title="Action with no lead",
    why="What everybody is to do, nobody is asked about; inspectors find intentions that no post is accountable for.",
    source="Ofsted's ILACS reports on plans without timescales and accountability",
    do="name the post that is responsible",
    severity="error",
    bad=example(an_item(an_action("Publish the supervision policy", due="2026-06"))),
    good=example(an_item(an_action("Publish the supervision policy", leads="Head of Safeguarding", due="2026-06"))),
)
def no_lead(subject: Subject) -> Iterable[Hit]:
    hits = [on_line(line, "nobody leads the action", value="leads") for line in subject.lines if not any(map(str.strip, line.action.leads))]
    return each_or_once(hits, len(subject.lines), "none of the {count} actions names a lead")


@check(
    code="GT202",
    title="Lead that is a body and not a post",
    why="A board, a team or a service cannot be asked at the next meeting why it is late; one post in it can.",
    source="Improvement plans that name committees and departments in the lead column",
    do="name the post in it that answers for the action",
    bad=example(an_item(an_action(leads="Safeguarding Board"))),
    good=example(an_item(an_action(leads="Independent Chair of the Safeguarding Board"))),
)
def lead_is_a_body(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        chosen = (line.action.responsible_lead,) if line.action.responsible_lead else line.action.leads
        bodies = [lead for lead in chosen if is_body(lead, subject.picture.plan)]
        if bodies:
            verb = "is not a single post" if len(bodies) == 1 else "are not single posts"
            yield on_line(line, f"{_listed(bodies)} {verb}", value="leads")


@check(
    code="GT203",
    title="Lead taken from the cell above",
    why="A blank cell may mean “as above” or “not decided”; filling it down is a reading, not what the plan says.",
    source="Plans whose merged lead cells are printed once for several actions",
    do="confirm it, and print the lead on every action",
    severity="note",
    bad=example(an_item(an_action(leads="Head of Safeguarding", leads_basis="filled_down"))),
    good=example(an_item(an_action(leads="Head of Safeguarding"))),
)
def filled_down(subject: Subject) -> Iterable[Hit]:
    hits = []
    for line in subject.lines:
        if _filled_down(line):
            verb = "comes" if len(line.action.leads) == 1 else "come"
            hits.append(
                on_line(line, f"the lead is not printed here; {_listed(line.action.leads)} {verb} from the row above", value="leads")
            )
    return each_or_listed(hits, "the leads of {count} actions are not printed beside them and come from the row above")


@check(
    code="GT204",
    title="Several leads and none responsible",
    why="Joint leads are common and sound, as long as one of them is marked as the one who answers.",
    source="Plans that promise to underline the responsible officer where there are multiple leads",
    do="underline or mark one",
    bad=example(an_item(an_action(leads="Head of Localities / Head of Care Planning"))),
    good=example(an_item(an_action(leads="Head of Localities / Head of Care Planning", responsible_lead="Head of Localities"))),
)
def several_leads(subject: Subject) -> Iterator[Hit]:
    for position, line in enumerate(subject.lines):
        count = len(line.action.leads)
        if count > 1 and not line.action.responsible_lead and not _filled_down(line):
            message = f"{_NUMBERS.get(count, count)} leads and none responsible{_also_beneath(subject.lines[position + 1 :])}"
            yield on_line(line, message, value="leads")


def _filled_down(line: Line) -> bool:
    return line.action.leads_basis == "filled_down" and bool(line.action.leads)


def _also_beneath(following: Sequence[Line]) -> str:
    """The actions below that take their leads from this one: to mark one lead here is to mark it for all of them."""
    taken = [line.where.partition(":")[2].removeprefix("action ") for line in takewhile(_filled_down, following)]
    return f", here and for action{'s' * (len(taken) > 1)} {', '.join(taken)} below" if taken else ""


@check(
    code="GT205",
    title="Lead given by name or initials",
    why="Plans go to committees in public, people leave, and a reader cannot tell what post “JB” holds.",
    source="UK GDPR article 5(1)(c), data minimisation; Local Government Act 1972 Part VA, public access to committee papers",
    do="name the post instead",
    bad=example(an_item(an_action(leads="JB"))),
    good=example(an_item(an_action(leads="Head of Quality Assurance"))),
)
def lead_by_name(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        found = [lead for lead in line.action.leads if any(named_people(lead)) or initials_in_cell(lead, subject)]
        if found:
            yield on_line(line, f"the lead is given as {_listed(found)}", value="leads")


@check(
    code="GT206",
    title="Member of staff named in the plan's text",
    why="A note between colleagues (“JB to insert”) becomes a public record of a named person's unfinished work.",
    source="UK GDPR article 5(1)(c), data minimisation; Local Government Act 1972 Part VA, public access to committee papers",
    do="write the post, or take the note out before publication",
    bad=example(an_item(an_action(said="Meeting held 30 January 2026, JB to insert record."))),
    good=example(an_item(an_action(said="Meeting held 30 January 2026, record filed by the Head of Quality Assurance."))),
)
def staff_named(subject: Subject) -> Iterator[Hit]:
    staff = {initials for line in subject.lines for initials in initials_at_work(_told(line), subject)}
    for line in subject.lines:
        told = _told(line)
        names = [*named_people(told), *initials_at_work(told, subject), *(one for one in staff if re.search(rf"\b{one}\b", told))]
        if names and not lost(told):
            yield on_line(line, f"names {_listed(dict.fromkeys(names))}", value="progress")


def _told(line: Line) -> str:
    return " \n".join([line.action.text, *texts(line.action.parts, line.action.progress, line.action.evidence)])


def _listed(names: Iterable[str]) -> str:
    return quoted_list(shorten(re.sub(r"[“”]", "", name), 50) for name in names)
