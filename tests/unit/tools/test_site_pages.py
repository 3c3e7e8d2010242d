"""The pages on the site's records, papers and settings leave nothing out."""

from django.apps import apps

from goldthread.models.document import DocumentStatus as Status
from goldthread.rules.documents import MOVES
from tools.reference import installation, papers, stored


def test_every_move_of_a_paper_has_its_cause_and_every_cause_a_move() -> None:
    assert papers.BY.keys() == {(start, end) for start, ends in MOVES.items() for end in ends}


def test_the_drawing_of_a_paper_has_every_state_and_move() -> None:
    (text,) = papers.pages().values()
    assert [status for status in Status if f'state "{status.label}" as {status.value}' not in text] == []
    assert text.count(" --> ") == 1 + sum(map(len, MOVES.values()))


def test_every_field_has_a_meaning_and_a_kind() -> None:
    missing = [
        (model.__name__, field.name) for model in stored.kept() for field in model._meta.fields if not stored.meaning(model, field.name)
    ]
    assert missing == []
    assert [stored.kind(field) for model in stored.kept() for field in model._meta.fields if not stored.kind(field)] == []


def test_every_promise_of_the_database_is_a_sentence_and_no_sentence_is_of_a_promise_that_is_gone() -> None:
    names = {one.name for model in stored.kept() for one in model._meta.constraints}
    assert [one.name for model in stored.kept() for one in model._meta.constraints if not stored.promise(model, one).endswith(".")] == []
    assert stored._PROMISES.keys() - names == set()


def test_no_meaning_is_of_a_field_that_is_gone() -> None:
    fields = {model.__name__: {field.name for field in model._meta.fields} for model in stored.kept()}
    assert [(name, field) for name, given in stored._BY_NAME.items() for field in given if field not in fields[name]] == []


def test_every_record_of_a_library_is_told() -> None:
    theirs = {model._meta.label for model in apps.get_models() if model._meta.app_label != "goldthread"}
    assert stored.OTHERS.keys() == theirs


def test_a_field_says_what_it_holds_and_where_it_leads() -> None:
    (text,) = stored.pages().values()
    assert "| `action` | [Action](#action), with which it goes | Which action. | internal |" in text
    assert "| `name` | text of at most 200 characters | As they sign. | personal |" in text
    assert "- Every revision but the first has a reason." in text


def test_every_setting_that_is_read_is_described_and_every_one_described_is_read() -> None:
    assert {name for name, _ in installation.described()} == installation.read().keys()


def test_defaults_are_said_in_words() -> None:
    told = installation.unless_told()
    assert told["GOLDTHREAD_DEBUG"] == "no"
    assert told["GOLDTHREAD_HOSTS"] == "`127.0.0.1`, `localhost`, `[::1]`"
    assert "GOLDTHREAD_HTTPS" not in told
