"""Everything that is stored: each kind of record with its fields, privacy classes and the database's promises. Needs ``site.ready()``."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import models

from goldthread.models import privacy
from goldthread.thread import picture as values
from tools.reference import picture
from tools.reference.markdown import page, rst, sentence, table

Model = type[models.Model]

_INTRODUCTION = f"""Every kind of record with every field, from `goldthread/models`. No record is about a child. What stands in a plan or
a report is kept as the paper prints it, with its place there.

Each field is in one class of privacy, and a test holds that none is in two:

{{classes}}

A field that *may be empty* can hold nothing; every other one holds something, if only a text without characters. [The
history](../explanation/the-history-and-its-proof.md) says how a change is recorded. The picture of one plan is read from these records
and [has its own page](picture.md); its schema is `{values.SCHEMA}`."""

_KINDS: dict[type[models.Field], str] = {  # type: ignore[type-arg]
    models.BooleanField: "yes or no",
    models.DateTimeField: "moment",
    models.DateField: "day",
    models.JSONField: "values",
    models.FileField: "name of a file",
    models.EmailField: "e-mail address",
    models.CharField: "text",
    models.TextField: "text",
    models.IntegerField: "whole number",
}

_FEW = 8
"""So many choices fit in a cell of a table."""

_TWINS = {"RatingKey": values.StatusKey, "GlossaryTerm": values.GlossaryEntry, "Inspection": values.Inspection}
"""Records that the picture calls otherwise than the database."""

_ALWAYS = {
    "id": "its number here",
    "order": "its place among those beside it, from 0",
    "place": "where it stands in the paper; empty when a person wrote it",
    "starts_on": "the first day",
    "ends_on": "the last day; empty without an end",
    "version": "counts its changes",
}

_BY_NAME = {
    "Organisation": {"name": "in full", "kind": "what it is to the service"},
    "Person": {
        "password": "its Argon2 hash; never the password",
        "last_login": "when they last signed in",
        "email": "with which they sign in; without one they cannot",
        "name": "as they sign",
        "job_title": "as plans print it, by which leads are recognised",
        "organisation": "where they work",
        "is_active": "whether the account is open",
        "note": "for administrators",
    },
    "Role": {"person": "who holds it", "kind": "which role", "organisation": "at which council"},
    "Board": {
        "organisation": "whose register it stands in",
        "name": "as its own papers print it",
        "chair": "a post, or a name",
        "purpose": "what it is there for",
        "meets_in_public": "whether the public may attend",
    },
    "Membership": {
        "board": "which board",
        "person": "who sits on it",
        "capacity": "as what",
        "alternate_for": "whose seat it is, of an alternate",
    },
    "Document": {
        "organisation": "whose paper it is",
        "name": "of the file as it was handed in, without folders",
        "file": "under which the file lies in the folder of uploads; a name that says nothing",
        "sha256": "the sum of its bytes",
        "size": "in bytes",
        "read_as": "report, plan, or found out by reading",
        "status": "[where it stands](paper-states.md)",
        "stop_asked": "whether somebody wants the reading to stop",
        "report": "the report that it answers, where that came in a file of its own",
        "uploaded_at": "when it was handed in",
        "uploaded_by": "by whom",
        "started_at": "when its reading began",
        "read_at": "when it was read to the end",
        "accepted_at": "when it was accepted",
        "accepted_by": "by whom",
    },
    "Proposal": {
        "document": "the paper that suggests it",
        "kind": "what it would become",
        "decision": "what a person said of it",
        "why": "the reason given for a change",
        "decided_at": "when it was decided",
        "decided_by": "by whom",
    },
    "Inspection": {
        "organisation": "whose service was inspected",
        "document": "the paper that it was read from",
        "started_on": "first day",
        "ended_on": "last day",
        "published_on": "day of publication",
    },
    "Judgement": {"inspection": "which inspection gave it"},
    "Finding": {"inspection": "which inspection made it"},
    "Plan": {
        "organisation": "whose plan it is here",
        "inspection": "which one it answers",
        "document": "the paper that it was read from",
        "problems": "what was doubtful in the reading",
    },
    "Monitoring": {
        "plan": "which plan",
        "board": "the board of the register that is meant",
        "as_printed": "the board's name as the plan prints it",
    },
    "Mechanism": {"plan": "which plan"},
    "RatingKey": {"plan": "which plan"},
    "GlossaryTerm": {"plan": "which plan"},
    "Item": {"plan": "which plan"},
    "Outcome": {"item": "which item"},
    "Measure": {"item": "whose it is, when an item states it", "action": "whose it is, when an action states it"},
    "Action": {"item": "which item it stands under"},
    "Part": {"action": "which action"},
    "Lead": {"action": "which action", "responsible": "whether they answer for it, of several"},
    "DueDate": {
        "action": "which action",
        "revision": "1 is the date that the plan was accepted with",
        "by_when": "the words of the plan",
        "recurrence": "its rhythm, such as quarterly",
        "set_at": "when it was set",
        "set_by": "by whom; the first by whoever accepted the plan",
        "why": "the reason; the first has none",
    },
    "Progress": {"action": "which action", "at": "when it was reported", "by": "by whom"},
    "Evidence": {"action": "which action"},
    "HistoryEvent": {
        "at": "when",
        "verb": "what happened",
        "target_kind": "to what kind of thing",
        "target_id": "to which",
        "title": "what that was called",
        "why": "the reason, where one was given",
    },
    "HistoryHead": {"number": "of the last event", "digest": "of the last event"},
    "SearchEntry": {
        "kind": "of which kind of thing these are the words",
        "object_id": "of which one",
        "title": "its heading",
        "body": "its other words",
    },
}
"""Meanings that neither a docstring here nor the picture's page gives."""

_PROMISES = {
    "person_email_once": "No two people have the same e-mail address, whatever its capitals.",
    "person_has_name": "A name is not without characters.",
    "board_name_once": "No two boards of one organisation have the same name.",
    "board_has_name": "A name is not without characters.",
    "membership_once_at_a_time": "A person has one membership of a board without an end.",
    "membership_alternate_for_somebody": "Only an alternate sits for somebody else.",
    "proposal_path_once": "A paper suggests each thing once.",
    "proposal_value_when_changed": "There is a value when the decision is “Changed”, and only then.",
    "plan_has_reference": "A reference is not without characters.",
    "measure_in_item_order": "No two of one item have the same place.",
    "measure_in_action_order": "No two of one action have the same place.",
    "measure_of_one_thing": "It belongs to an item or to an action, and not to both.",
    "lead_one_responsible": "Of one action, at most one lead without an end is responsible.",
    "lead_has_words": "What was printed is not without characters.",
    "duedate_revision_once": "Each revision of an action's date is there once.",
    "duedate_change_has_a_reason": "Every revision but the first has a reason.",
    "finding_has_ref": "A ref is not without characters.",
    "history_from_one": "Numbers begin at 1.",
    "history_one_head": "There is one.",
    "role_held_once_at_a_time": "A person holds a role at a council once without an end.",
    "role_inspector_has_an_end": "An inspector's role has a last day.",
    "searchentry_once": "Each thing has one entry.",
}
"""Promises whose names do not say them by their endings."""

_TABLES = """Three tables belong to no kind of record: `goldthread_cache` counts sign-ins and links asked for, by account and network
address, for some minutes; `goldthread_searchwords` is SQLite's index of the words in *SearchEntry*; `django_migrations` says which form
the database has. The papers themselves lie in the folder `uploads`."""

OTHERS = {
    "account.EmailAddress": "Of the sign-in library; holds nothing here, since administrators keep addresses.",
    "account.EmailConfirmation": "Of the sign-in library; holds nothing here.",
    "auth.Group": "Of Django; holds nothing here.",
    "auth.Permission": "Of Django; not asked for anything here.",
    "axes.AccessAttempt": "Wrong passwords that count towards a lockout: the address typed, the network address, the browser's name.",
    "axes.AccessAttemptExpiration": "When such an attempt is forgotten.",
    "axes.AccessFailureLog": "Of the lockout library; switched off.",
    "axes.AccessLog": "Of the lockout library; switched off. Who came and went is in the history.",
    "contenttypes.ContentType": "Of Django; names of the kinds of records.",
    "django_tasks_database.DBTaskResult": "Background work, to be done and done: the number of the paper to be read or of the person to be "
    "told, and the address before when it was changed. `python -m django prune_db_task_results` takes away what is old.",
    "mfa.Authenticator": "Second steps: an authenticator app and recovery codes, encrypted under the installation's key; passkeys.",
    "sessions.Session": "Who is signed in. What ran out is useless and stays until `python -m django clearsessions` is run.",
    "socialaccount.SocialAccount": "Which number of the council's directory is which person.",
    "socialaccount.SocialApp": "Of the sign-in library; the directory is named by settings, so it holds nothing here.",
    "socialaccount.SocialToken": "Of the sign-in library; tokens are not kept, so it holds nothing here.",
}
"""Tables of the libraries; a test holds that none is missing."""


def pages() -> dict[str, str]:
    """``stored-data.md``."""
    classes = re.findall(r"^``(\w+)`` +(.+)$", privacy.__doc__ or "", re.MULTILINE)
    introduction = _INTRODUCTION.format(classes="\n".join(f"- **{name}**: {meaning}" for name, meaning in classes))
    others = table(("Record", "What it holds"), ((f"`{name}`", holds) for name, holds in sorted(OTHERS.items())))
    parts = [_part(model) for model in kept()]
    return {"stored-data.md": page("What is stored", introduction, *parts, f"## What the libraries keep\n\n{others}\n\n{_TABLES}")}


def kept() -> list[Model]:
    """Our own models, in the order of the alphabet."""
    return sorted(apps.get_app_config("goldthread").get_models(), key=lambda model: model.__name__)


def _part(model: Model) -> str:
    classes = privacy.listed(model)
    rows = [(f"`{field.name}`", kind(field), meaning(model, field.name), classes[field.name]) for field in model._meta.fields]
    promises = "\n".join(f"- {promise(model, one)}" for one in model._meta.constraints)
    held = f"The database holds that:\n\n{promises}" if promises else ""
    parts = (f"## {model.__name__}", sentence(_summary(model)), table(("Field", "Holds", "Meaning", "Privacy"), rows), held)
    return "\n\n".join(part for part in parts if part)


def kind(field: "models.Field[object, object]") -> str:
    """What a field can hold, in words: ``text``, ``one of: …``, ``→ Action; goes with it``."""
    said = _linked(field) if isinstance(field, models.ForeignKey) else _plain(field)
    return f"{said}; may be empty" if field.null else said


def _plain(field: "models.Field[object, object]") -> str:
    if field.choices:
        return f"one of: {_labels(field)}" if len(list(field.choices)) <= _FEW else "one of the words below"
    name = next(words for known, words in _KINDS.items() if isinstance(field, known))
    limit = getattr(field, "max_length", None)
    return f"{name} of at most {limit} characters" if name == "text" and limit else name


def _labels(field: "models.Field[object, object]") -> str:
    return ", ".join(str(label) for _value, label in field.choices or ())  # type: ignore[misc]


def _linked(field: "models.ForeignKey[object, object]") -> str:
    name = field.related_model.__name__  # type: ignore[union-attr]
    goes = field.remote_field.on_delete is models.CASCADE
    return f"[{name}](#{name.lower()}), {'with which it goes' if goes else 'which stays while this is here'}"


def meaning(model: Model, name: str) -> str:
    """What a field means: from the model's docstring, from here, or from the picture's page."""
    found = {**_ALWAYS, **_of_the_picture(model), **_described(model), **_BY_NAME.get(model.__name__, {})}
    return sentence(found.get(name, ""))


def _of_the_picture(model: Model) -> dict[str, str]:
    twin = _TWINS.get(model.__name__, getattr(values, model.__name__, None))
    return {one.name: one.meaning for one in picture.entries(twin) if one.name != "place"} if twin else {}


def _pattern(model: Model) -> str:
    names = "|".join(field.name for field in model._meta.fields)
    return rf"(?:(?<=[.;…] )|^)((?:{names})(?:,? (?:and )?(?:{names}))*): "


def _flat(model: Model) -> str:
    return " ".join(rst(model.__doc__ or "").split())


def _described(model: Model) -> dict[str, str]:
    """What the docstring says of fields: ``at and by: who made it; …``."""
    text = _flat(model)
    starts = [*re.finditer(_pattern(model), text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    spans = [(re.split(r",? (?:and )?", match[1]), text[match.end() : end].strip(" ;.")) for match, end in zip(starts, ends, strict=False)]
    return {name: told for names, told in spans for name in names}


def _summary(model: Model) -> str:
    return re.split(_pattern(model), _flat(model))[0].strip()


def promise(model: Model, constraint: models.BaseConstraint) -> str:
    """A constraint as a sentence. Raises KeyError for one that has no words here."""
    return next(_by_ending(model, constraint), "") or _PROMISES[constraint.name]


def _by_ending(model: Model, constraint: models.BaseConstraint) -> Iterator[str]:
    name = constraint.name.removeprefix(f"{model.__name__.lower()}_")
    if match := re.fullmatch(r"(\w+)_known", name):
        field = model._meta.get_field(match[1])
        many = field.choices and len(list(field.choices)) > _FEW
        yield f"`{match[1]}` is one of: {_labels(field)}." if many else f"`{match[1]}` is one of the words above."
    if name == "in_order" and isinstance(constraint, models.UniqueConstraint):
        yield f"No two of one {constraint.fields[0]} have the same place."
    if name == "ends_after_start":
        yield "The last day is not before the first."
    if match := re.fullmatch(r"(\w+_at)_with_(\w+_by)", name):
        yield f"`{match[1]}` and `{match[2]}` are filled together or not at all."
