"""GT5xx: is progress reported, recent, and evidence of effect rather than of work?"""

import re
from collections.abc import Iterable, Iterator

from goldthread.common.dates import first_day, last_day, spoken
from goldthread.common.text import fold, shorten, squeeze, words
from goldthread.thread.checks.base import Hit, Line, Subject, check, on_item, on_line, on_plan, wheres_in_words
from goldthread.thread.checks.dates import overdue
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.limits import months_after
from goldthread.thread.checks.wording import (
    begins_done,
    is_done,
    latest_before,
    lost,
    rated_done,
    rating_words,
    says_effect,
    says_open,
    texts,
)
from goldthread.thread.picture import Action, Evidence, Measure, Part, Progress, StatusKey
from goldthread.thread.ratings import colour_word

_THING = (
    r"(?:report|records?|minutes|notes?|data|figures?|evidence|audit|template|cop(?:y|ies)|links?|files?|documents?|"
    r"results?|outcomes?|summary|list)"
)
_PROMISED = re.compile(
    rf"\bto (?:be )?insert(?:ed)?\b|\bto follow(?=\s*(?:$|[.;,)\n]))|\b{_THING}(?: \w+){{0,3}} to (?:be )?(?:follow|added?|"
    rf"supplied|provided|attached|inserted)\b|"
    rf"\bawaiting (?:the |final |audit |feedback )*{_THING}\b|\b{_THING} (?:is |are |still )?awaited\b|"
    r"\b(?:available|due|ready|expected|report)\b[^.;]{0,40}\bw/c\b|\[insert\b|\binsert here\b|\bevidence (?:tbc|to be confirmed)\b",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    r"\b(?:(?:is|are|see|copy|template|report|list|document|minutes|policy|file|update)s? (?:is |are )?(?:enclosed|attached|"
    r"appended)|enclosed|see attach\w+|embedded (?:file|document)|attached\)|attached(?=\s*(?:$|[.;,)])))",
    re.IGNORECASE,
)
_NOT_ENCLOSED = re.compile(r"(?i)\bto be (?:enclosed|attached)|will be (?:enclosed|attached)|attached to (?!this|the plan|the report)")
_FILE_NAME = re.compile(r"(?:\S{1,40} ){0,4}\S{1,60}?\.(?:docx?|xlsx?|pdf|pptx?|msg|zip)\b", re.IGNORECASE)
"""A file's name with up to four words before it: where a name with spaces begins, nobody can tell."""
_SUFFIX = re.compile(r"\.(?:docx?|xlsx?|pdf|pptx?|msg|zip)\b", re.IGNORECASE)
_TRAINING = re.compile(
    r"\b(?:training|briefings?|workshops?|courses?|seminars?) (?:\w+ ){0,3}?(?:held|delivered|attended|run|took place|completed)\b"
)
_ON_TRACK = re.compile(r"(?<!not )\b(?:on|to) (?:track|target|schedule|course|time|plan)\b(?! or overdue)|\bgoing to plan\b")
_BUT = re.compile(r"\bcomplet\w*\b[^.]{0,25}?\b(?:but|however|except|although|apart from)\b(?![^.]*\bno further\b)")
_TARGET = re.compile(r"\btargets?(?: (?:of|is|was|at|level))*:? ?(\d+(?:\.\d+)?)\s?%|(\d+(?:\.\d+)?)\s?% ?(?:target\b|against)")
_AIM = re.compile(
    r"\b(?:to|reach(?:es|ed)?|achieve[sd]?|at least|minimum of|target)[^\d%.]{0,20}(\d+(?:\.\d+)?)\s?%|^(\d+(?:\.\d+)?)\s?% of\b"
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?%")
_LESS_IS_BETTER = re.compile(r"\b(?:reduc\w*|below|no more than|fewer|under|decreas\w*|less than|lower\w*|maximum)\b")


@check(
    code="GT501",
    title="Progress reports work and no effect",
    why="Meetings held and policies written are not yet a change for a child. Inspectors ask what difference it made.",
    source="Ofsted's ILACS reports, whose commonest criticism of plans is activity without effect",
    do="add what has changed: a figure, an audit result, what children or staff say",
    bad=example(an_item(an_action(said="Two workshops held and policy circulated."))),
    good=example(
        an_item(an_action(said="Two workshops held. Audit in March shows that 8 in 10 files now record supervision, from 5 in 10."))
    ),
)
def activity_only(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items:
        lines = subject.lines_of(item)
        silent = [line for line in lines if not says_effect(_reported(line.action)) and not line.action.impact_rating]
        if len(silent) < len(lines):
            yield from (on_line(line, "training is offered as effect", value="progress") for line in silent if _trains(line.action))
        elif sum(len(words(_reported(line.action))) for line in lines) >= 5:
            which = "the progress" if len(lines) == 1 else f"the progress on its {len(lines)} actions"
            place = next((line.place("progress") for line in lines if line.action.progress), item.place)
            yield on_item(item, f"{which} tells of work and of no effect", place=place)


@check(
    code="GT502",
    title="Promised evidence is not there",
    why="“To insert” in a paper that has gone to the board is a debt with no date, and nobody to collect it.",
    source="Plans published with notes such as “report to be inserted”",
    do="put it in, or say who supplies it and by when",
    bad=example(an_item(an_action(said="Thresholds group met 30 January 2026. Minutes to follow."))),
    good=example(
        an_item(an_action(said="Thresholds group met 30 January 2026 and audited six cases; staff are to follow the new policy."))
    ),
)
def promised(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        for text in _texts(line.action):
            if found := _PROMISED.search(squeeze(text)):
                yield on_line(line, f"“{_around(text, found)}” and it is not there", value="progress")
                break


@check(
    code="GT503",
    title="“Enclosed” with nothing enclosed",
    why="A reader who looks for the attachment and finds none stops believing the rest.",
    source="Committee packs in which embedded files were lost",
    do="attach it or say where it is kept",
    bad=example(an_item(an_action(said="Audit template attached."))),
    good=example(an_item(an_action(said="Audit template attached.", evidence=(Evidence(text="Audit template, version 2"),)))),
)
def nothing_enclosed(subject: Subject) -> Iterator[Hit]:
    on_paper = subject.picture.source.file.casefold().endswith((".txt", ".pdf"))  # there a file's name is what is left of its icon
    for line in subject.lines:
        given = [entry for entry in line.action.evidence if not _ENCLOSED.search(fold(entry.text))]
        said = squeeze(_reported(line.action))
        found = _ENCLOSED.search(_NOT_ENCLOSED.sub(" ", said))
        named = _FILE_NAME.search(said) if _SUFFIX.search(said) else None
        if named and not given and on_paper:
            yield on_line(line, f"names a file, “{shorten(named[0], 60)}”, which is not in the plan", value="progress")
        elif found and not given and not named:
            yield on_line(line, f"says “{found[0].strip()}” and nothing is enclosed", value="progress")


@check(
    code="GT504",
    title="No progress for two months",
    why="Plans are updated monthly; an entry two months old tells the board what it knew the meeting before last.",
    source="Plans that promise a monthly update of progress and timescales",
    do="report what has happened since, or that nothing has",
    bad=example(an_item(an_action(said="Draft discussed 12 December 2025."))),
    good=example(an_item(an_action(said="Draft discussed 12 December 2025. Agreed by the board 3 March 2026."))),
)
def stale(subject: Subject) -> Iterator[Hit]:
    months = subject.config.months_without_progress
    for line in subject.lines:
        latest = latest_before(_texts(line.action), subject.as_at)
        if latest and last_day(latest) < months_after(subject.as_at, -months) and not is_done(line.action, subject.picture.plan):
            yield on_line(line, f"the last dated progress is {spoken(latest)}, over {months} months ago", value="progress")


@check(
    code="GT505",
    title="Said to be complete with work still open",
    why="An action closed with an open part drops out of every list that somebody looks at.",
    source="Action trackers in which “completed” stands beside work still to do",
    do="reopen it, or move the rest to an action of its own",
    severity="error",
    bad=example(
        an_item(
            an_action(
                parts=(Part(letter="a", text="Draft"), Part(letter="b", text="Train")),
                progress=(Progress(letter="a", text="Completed."), Progress(letter="b", text="To commence in April.")),
                rating="Green",
            )
        ),
        status_key=(StatusKey(label="Green", colour="green", meaning="Complete"),),
    ),
    good=example(
        an_item(
            an_action(
                progress=(Progress(letter="a", text="Completed."), Progress(letter="b", text="To commence in April.")), rating="Amber"
            )
        ),
        status_key=(StatusKey(label="Amber", colour="amber", meaning="In progress"),),
    ),
)
def complete_but_open(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        declared = rated_done(line.action, subject.picture.plan)
        whole = declared or (declared is None and any(begins_done(entry.text) and not entry.letter for entry in line.action.progress))
        rest = [entry for entry in line.action.progress if says_open(entry.text) and not (entry.letter and begins_done(entry.text))]
        limited = next((found for entry in line.action.progress if (found := _BUT.search(fold(entry.text)))), None)
        if whole and rest and declared is not False:
            yield on_line(line, f"is declared complete, and “{shorten(rest[0].text, 60)}” is still open", value="progress")
        elif limited and declared is not False:
            yield on_line(line, f"is declared complete, with “{limited[0]}…”", value="progress")


@check(
    code="GT506",
    title="Closed below its own target",
    why="“Completed” is not “the thing improved”: an action was closed at 84.9% against a target of 98% in the same cell.",
    source="A published improvement plan of 2013; scrutiny minutes that ask how near the target is",
    do="reopen it, or say why the lower figure is accepted",
    severity="error",
    bad=example(an_item(an_action(said="Completed. 84.9% of visits in time, target 98%."))),
    good=example(an_item(an_action(said="Completed. 98.2% of visits in time, target 98%."))),
)
def below_target(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        closed = rated_done(line.action, subject.picture.plan) or any(begins_done(entry.text) for entry in line.action.progress)
        if closed and (missed := _missed(line)):
            yield on_line(line, f"is closed at {missed[0]:g}% against a target of {missed[1]:g}%", value="progress")


@check(
    code="GT507",
    title="Rated better than the plan bears out",
    why="Members are shown green while the date has passed or nothing says that the work is done. A better rating may be right, "
    "but then the reason belongs beside it.",
    source="Ofsted's ILACS reports on over-optimistic leaders and on members who were not shown a true picture",
    do="change the rating or write down the reason for it",
    bad=example(
        an_item(an_action(due="2026-01", said="Draft is out for comment.", rating="Green")),
        status_key=(StatusKey(label="Green", colour="green", meaning="On track"),),
    ),
    good=example(
        an_item(an_action(due="2026-06", said="Draft is out for comment, 3 March 2026.", rating="Green")),
        status_key=(StatusKey(label="Green", colour="green", meaning="On track"),),
    ),
)
def rated_too_well(subject: Subject) -> Iterator[Hit]:
    plan = subject.picture.plan
    silent = [line for line in subject.lines if not any(map(str.strip, _texts(line.action)))]
    bare = [line for line in silent if rated_done(line.action, plan)]
    if len(bare) > 1 and len(silent) == len(subject.lines):
        yield on_plan(
            f"{len(bare)} actions are rated done ({wheres_in_words(line.where for line in bare)}), and it reports progress on none"
        )
        bare = []
    unsaid = {id(line) for line in bare}
    for line in subject.lines:
        if id(line) in unsaid:
            yield on_line(line, f"is rated “{_rating(line)}”, and nothing is reported", value="rating")
        elif _ON_TRACK.search(fold(rating_words(line.action, plan))) and (due := overdue(line, subject)):
            yield on_line(line, f"is rated “{_rating(line)}” and was due {spoken(due)}", value="rating")


def _rating(line: Line) -> str:
    return shorten(colour_word(line.action.rating or ""), 40)


@check(
    code="GT508",
    title="No progress reported",
    why="In a table of updates an empty cell can mean nothing done, nothing known or nobody asked.",
    source="Plans that promise a monthly update of progress and timescales",
    do="report, if only that it has not started",
    bad=example(an_item(an_action(said="Draft is out."), an_action("Train all managers", number="2", due="2026-03"))),
    good=example(an_item(an_action(said="Draft is out."), an_action("Train all managers", number="2", due="2026-03", said="Not started."))),
)
def no_progress(subject: Subject) -> Iterable[Hit]:
    silent = [line for line in subject.lines if not any(map(str.strip, _texts(line.action))) and not lost(line.action.text)]
    soon = months_after(subject.as_at, subject.config.months_without_progress)
    if 2 * len(silent) <= len(subject.lines):
        for line in silent:
            later = line.action.due_dates and min(map(first_day, line.action.due_dates)) > soon
            if not later and not rated_done(line.action, subject.picture.plan):
                yield on_line(line, "no progress is reported", value="progress")


@check(
    code="GT509",
    title="“Completed” and nothing to show it",
    why="Activity gets closed; whether it was done, and done well, has to be visible to somebody who was not there.",
    source="Trackers in which closing needs evidence checked by another person (NHS and police plans)",
    do="say what shows it: a date, a document, a result",
    bad=example(an_item(an_action(said="Completed."))),
    good=example(an_item(an_action(said="Completed. Policy published 12 January 2026 and in use in every team."))),
)
def bare_completed(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        told = " ".join(entry.text for entry in line.action.progress)
        if not line.action.evidence and 1 <= len(words(told)) <= 3 and begins_done(told):
            yield on_line(line, f"“{shorten(told, 40)}” is all that is said", value="progress")


def _texts(action: Action) -> list[str]:
    return texts(action.progress, action.evidence)


def _reported(action: Action) -> str:
    return " \n ".join(_texts(action))


def _trains(action: Action) -> bool:
    """Whether all that is reported is that people came to be trained or briefed."""
    told = fold(_reported(action))
    return bool(_TRAINING.search(told)) and len(words(told)) <= 14


def _around(text: str, found: re.Match[str]) -> str:
    """The words found with a little before them."""
    said = squeeze(text)
    start = said.rfind(" ", 0, max(0, found.start() - 25)) + 1
    return shorten(said[start : found.end()], 60)


def _missed(line: Line) -> tuple[float, float] | None:
    """(figure reached, target) when the last percentage reported misses the one target that the action states."""
    said = fold(" ".join(entry.text for entry in line.action.progress))
    targets = [float(one or other) for one, other in _TARGET.findall(said)]
    wanted = [fold(measure.text) for measure in _wanted(line)]
    if not targets:
        targets = [float(one or other) for text in wanted for one, other in _AIM.findall(text)]
    reached = [float(figure) for figure in _PERCENT.findall(_TARGET.sub(" ", said))]
    if len(set(targets)) != 1 or not reached:
        return None
    less = any(_LESS_IS_BETTER.search(text) for text in (*wanted, fold(line.action.text), said))
    missed = reached[-1] > targets[0] if less else reached[-1] < targets[0]
    return (reached[-1], targets[0]) if missed else None


def _wanted(line: Line) -> tuple[Measure, ...]:
    return (*line.action.measures, *(line.item.measures if len(line.item.actions) == 1 else ()))
