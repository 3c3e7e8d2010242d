"""What a person enters becomes a value, or a line that says what would be right."""

import pytest

from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.fields import Field, Form, entered
from goldthread.thread.proposals.listing import proposals
from tests.factories import a_finding


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (Form.WORDS, "  two   words ", "two words"),
        (Form.WORDS, " ", None),
        (Form.TEXT, "one\ntwo", "one\ntwo"),
        (Form.LIST, "DCS\n\n Head  of Care ", ["DCS", "Head of Care"]),
        (Form.LIST, "", []),
        (Form.DAY, "27 March 2026", "2026-03-27"),
        (Form.DAY, "27/03/2026", "2026-03-27"),
        (Form.DAY, "2026-03-27", "2026-03-27"),
        (Form.PART_DATE, "March 2026", "2026-03"),
        (Form.PART_DATE, "2026-03", "2026-03"),
        (Form.PART_DATES, "March 2026\n1 May 2026", ["2026-03", "2026-05-01"]),
        (Form.NUMBER, "3", 3),
    ],
)
def test_what_a_person_enters(form: Form, text: str, value: object) -> None:
    assert entered(Field(name="x", label="X", form=form, value="", raw=None), text) == value


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form.DAY, "March 2026"),
        (Form.DAY, "31/02/2026"),
        (Form.PART_DATE, "soon"),
        (Form.PART_DATES, "May 2026\nsoon"),
        (Form.NUMBER, "-1"),
    ],
)
def test_what_is_entered_wrongly_is_refused_with_what_would_be_right(form: Form, text: str) -> None:
    with pytest.raises(Refused, match=r"X cannot be .*\. Enter "):
        entered(Field(name="x", label="X", form=form, value="", raw=None), text)


def test_words_that_name_a_code_become_it_and_others_stay() -> None:
    picture = Picture(findings=(a_finding(service="looked_after"),))
    service = next(one for one in proposals(picture)[1].fields if one.name == "service")

    assert (service.value, service.entry) == ("Looked after", "Looked after")
    assert (entered(service, "safeguarding"), entered(service, "Adoption")) == ("safeguarding", "Adoption")
