from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory
from django.utils.safestring import mark_safe
from lxml import html

from goldthread.common.dates import PartDate
from goldthread.reports.map.marks import SHAPES, Mark, key_marks
from goldthread.thread.picture import StatusKey
from goldthread.web.tags.parts import Card, Column, Event, Fact, Link, Month, Tab, Task
from tests.unit.web.markup import by_id, drawn, find, only, words

RED, AMBER = key_marks((StatusKey(label="Red", colour="red", meaning="off track"), StatusKey(label="Amber", colour="amber")))


# --- ratings


def test_a_rating_says_word_and_letter_and_has_a_shape() -> None:
    (tag,) = find(drawn("{% rating mark %}", mark=RED), ".gt-rating")
    assert words(tag) == "R Red"
    assert only(tag, "b").get("aria-hidden") == "true", "a voice would say the letter and then the word"
    assert find(tag, "svg path")


def test_every_tone_has_a_shape_of_its_own() -> None:
    paths = {only(drawn("{% shape mark %}", mark=replace(RED, tone=tone)), "path").get("d") for tone in SHAPES}
    assert len(paths) == len(SHAPES)


def test_a_word_that_is_its_letter_is_said_once() -> None:
    assert words(drawn("{% rating mark %}", mark=Mark(word="R", letter="R", tone="red"))) == "R"


def test_no_rating_is_said_in_words() -> None:
    assert words(drawn("{% rating mark %}", mark=None)) == "not rated"
    assert words(drawn('{% rating mark none="not set" %}', mark=None)) == "not set"


def test_words_of_a_document_are_text_and_never_markup() -> None:
    found = drawn(
        "{% rating mark %}{% quoted said %}{% facts rows %}",
        mark=replace(RED, word="<b>Red</b>"),
        said="<script>x</script>",
        rows=[Fact(key="Lead", value="<i>A</i>")],
    )
    assert "<b>Red</b>" in words(found)
    assert only(found, "mark").text == "<script>x</script>"
    assert not find(found, "script, i")


def test_the_key_gives_each_meaning_and_says_where_there_is_none() -> None:
    assert words(drawn("{% rating_key marks %}", marks=(RED, AMBER))).endswith("R Red off track A Amber no meaning given")


def test_a_strip_is_said_as_runs() -> None:
    months = [Month(part=PartDate(f"2026-0{month}"), mark=mark) for month, mark in ((1, None), (2, AMBER), (3, AMBER), (4, RED))]
    (strip,) = find(drawn("{% strip months %}", months=months), "[role=img]")
    assert strip.get("aria-label") == "Rating by month: January 2026 not rated; February 2026 to March 2026 Amber; April 2026 Red"
    assert len(find(strip, "rect")) == 4
    assert len(find(strip, "path")) == 3


def test_an_empty_strip_says_so() -> None:
    assert only(drawn("{% strip months %}", months=[]), "span").get("aria-label") == "Rating by month: no months yet"


def test_a_tick_and_a_cross_have_words() -> None:
    assert words(drawn('{% tick True "by the limit" %}')) == "by the limit"
    assert find(drawn('{% tick False "12 days late" %}'), ".gt-late")


@pytest.mark.parametrize(("name", "initials"), [("Ruth Adeyemi", "RA"), ("Ana María de la Cruz", "AC"), ("Director", "D"), ("", "")])
def test_initials_are_of_the_first_and_last_name(name: str, initials: str) -> None:
    assert (only(drawn("{% person name %}", name=name), ".gt-initials").text or "") == initials


# --- values in words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2026, 3, 27), "27 March 2026"),
        (PartDate("2026-03"), "March 2026"),
        (datetime(2026, 3, 27, 0, 5), "27 March 2026, 12:05 am"),
        (datetime(2026, 3, 27, 14, 30), "27 March 2026, 2:30 pm"),
        (None, ""),
    ],
)
def test_days_months_and_moments_are_spoken_in_full(value: object, said: str) -> None:
    assert words(drawn("{{ value|spoken }}", value=value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "yes"), (False, "no"), ("2026-03-27", "27 March 2026"), ("2026-13", "2026-13"), (0, "0"), (("a", "b"), "a b")],
)
def test_any_value_is_said(value: object, said: str) -> None:
    assert words(drawn("{{ value|said }}", value=value)) == said


def test_markup_that_is_safe_stays_markup() -> None:
    assert find(drawn("{{ value|said }}", value=mark_safe("<b>x</b>")), "b")


@pytest.mark.parametrize(("text", "lower"), [("Due date", "due date"), ("SEND lead", "SEND lead"), ("", "")])
def test_words_inside_a_sentence_begin_small_unless_abbreviated(text: str, lower: str) -> None:
    assert words(drawn("{{ text|lower_first }}", text=text)) == lower


# --- showing


def test_a_missing_fact_becomes_a_link_to_enter_it() -> None:
    found = drawn("{% facts rows %}", rows=[Fact(key="Due date", href="/due"), Fact(key="Sponsor")])
    (link,) = find(found, "a")
    assert (words(link), link.get("href")) == ("Enter due date", "/due")
    assert words(find(found, "dd")[1]) == "None given"


def test_a_fact_of_zero_or_no_is_not_missing() -> None:
    assert [
        words(one) for one in find(drawn("{% facts rows %}", rows=[{"key": "Late", "value": 0}, {"key": "Closed", "value": False}]), "dd")
    ] == ["0", "no"]


def test_change_says_what_it_changes() -> None:
    (link,) = find(drawn("{% facts rows %}", rows=[Fact(key="Lead", value="Ruth", href="/lead")]), "a")
    assert words(link) == "Change lead"


def test_events_stand_in_the_order_given_with_who_and_when() -> None:
    events = [Event(title="Closed", when=date(2026, 11, 20), who="Director"), Event(title="Opened", when=PartDate("2026-07"))]
    found = drawn("{% timeline events level=2 %}", events=events)
    assert [words(one) for one in find(found, "h2")] == ["Closed", "Opened"]
    assert words(find(found, "p")[0]) == "Director, 20 November 2026"
    assert [one.get("datetime") for one in find(found, "time")] == ["2026-11-20", "2026-07"]


def test_a_completed_task_is_plain_text_and_tied_to_its_name() -> None:
    found = drawn(
        "{% tasks items %}",
        items=[Task(text="Say how it goes", status="Completed", href="#a"), Task(text="Send", status="Wrong", tone="red")],
    )
    assert [words(one) for one in find(found, ".govuk-tag")] == ["Wrong"]
    assert by_id(found, only(found, "a").get("aria-describedby")).text == "Completed"


def test_components_of_the_same_kind_have_ids_of_their_own() -> None:
    found = drawn(
        '{% term "LAC" "Looked-after children" %}{% term "CIN" "Children in need" %}{% tasks items %}{% tasks items %}',
        items=[Task(text="a", status="b")],
    )
    ids = [one.get("id") for one in find(found, "[id]")]
    assert len(ids) == len(set(ids)) == 4


def test_ids_start_again_on_the_next_page() -> None:
    assert html.tostring(drawn('{% term "a" "b" %}')) == html.tostring(drawn('{% term "a" "b" %}'))
    without = engines["django"].from_string('{% term "a" "b" %}').template
    assert without.render(Context()) == without.render(Context())


def test_a_term_is_reached_by_keyboard_and_joined_to_its_meaning() -> None:
    found = drawn('{% term "LAC" "Looked-after children" %}')
    (word,) = find(found, "dfn")
    assert word.get("tabindex") == "0"
    assert by_id(found, word.get("aria-describedby")).text == "Looked-after children"
    assert not find(drawn('{% term "LAC" "" %}'), "dfn")


def test_a_change_says_was_and_now() -> None:
    assert words(drawn("{% was_now was now %}", was="2026-03-27", now=date(2026, 9, 30))) == "was 27 March 2026 → now 30 September 2026"
    assert words(drawn("{% was_now was now %}", was=None, now=0)) == "was empty → now 0"
    assert words(drawn("{% was_now was now %}", was="x", now="")) == "was x → now empty"


def test_a_quote_highlights_only_the_words_read() -> None:
    found = drawn('{% quoted "too high" before="Caseloads are " after=". So" place="report.pdf, page 7" %}')
    assert only(found, "blockquote").text_content() == "Caseloads are too high. So"
    assert [one.text for one in find(found, "mark")] == ["too high"]
    assert words(only(found, "figcaption")) == "report.pdf, page 7"


def test_a_broken_thread_has_words_and_no_knot_after_it() -> None:
    found = drawn('{% thread %}{% knot "Finding" %}F1{% endknot %}{% broken "no outcome" kind="Outcome" href="/mend" %}{% endthread %}')
    assert [words(one) for one in find(found, "ol.gt-thread li")] == ["Finding F1", "Outcome no outcome Mend this"]
    assert len(find(found, ".gt-thread--broken")) == 1


def test_blocks_hold_their_content() -> None:
    found = drawn(
        '{% details "Why" %}<p>a</p>{% enddetails %}{% inset %}b{% endinset %}{% notice title="Done" kind="success" %}c{% endnotice %}'
        '{% nothing_yet "No actions yet" %}<p>d</p>{% endnothing_yet %}{% warning "e" %}'
    )
    assert words(found) == "Why a b Done c No actions yet d ! Warning: e"
    assert not only(found, "details").get("open")


def test_cards_figures_and_tabs() -> None:
    found = drawn(
        "{% cards cards %}{% figure 12 'actions late' of=35 since='since 3 April 2026' %}{% subnav tabs label='Plan' %}",
        cards=[Card(title="Board", href="/b", mark=RED)],
        tabs=[Tab(text="All", href="/", current=True, count=0), Tab(text="Map", href="/m")],
    )
    assert words(only(found, "h2")) == "Board"
    assert words(only(found, ".gt-figure")) == "12 of 35 actions late since 3 April 2026"
    assert [(words(one), one.get("aria-current")) for one in find(found, "nav a")] == [("All (0)", "page"), ("Map", None)]


def test_a_tag_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TemplateSyntaxError):
        drawn('{% rating mark colour="red" %}', mark=RED)


# --- lists

COLUMNS = [Column(text="Due date", key="due", least="earliest", greatest="latest"), Column(text="Lead", key="lead"), Column(text="Ratings")]


def test_a_heading_sorts_on_the_server_and_keeps_the_filters() -> None:
    head = drawn("{% table_head columns sort='due' %}", path="/?q=visits&page=3&sort=due", columns=COLUMNS)
    assert [one.get("href") for one in find(head, "a")] == ["?q=visits&sort=-due", "?q=visits&sort=lead"]


@pytest.mark.parametrize(
    ("sort", "told"), [("due", ["ascending", None, None]), ("-due", ["descending", None, None]), ("", [None] * 3), ("other", [None] * 3)]
)
def test_the_order_is_told_by_aria_sort(sort: str, told: list[str | None]) -> None:
    head = drawn("<table>{% table_head columns sort=sort %}</table>", columns=COLUMNS, sort=sort)
    assert [one.get("aria-sort") for one in find(head, "th")] == told


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        ("due", "sorted by due date, earliest first"),
        ("-due", "sorted by due date, latest first"),
        ("lead", "sorted by lead"),
        ("-lead", "sorted by lead, in reverse"),
        ("", ""),
        ("no", ""),
    ],
)
def test_the_order_is_told_in_words(sort: str, said: str) -> None:
    assert words(drawn("{% sorted_words columns sort %}", columns=COLUMNS, sort=sort)) == said


def test_filters_apply_at_top_and_bottom_and_keep_the_order() -> None:
    form = drawn("{% filters chosen=chosen %}<input name='q'>{% endfilters %}", path="/?sort=-due", chosen=[Link(text="Red", href="?x")])
    assert [words(one) for one in find(form, "button")] == ["Apply filters", "Apply filters"]
    assert only(form, "input[name=sort]").get("value") == "-due"
    assert words(only(form, ".gt-filter__tag")) == "Remove this filter: Red"
    assert only(form, "form").get("method") == "get"


def test_nothing_chosen_shows_no_chosen_filters() -> None:
    assert not find(drawn("{% filters %}x{% endfilters %}"), ".gt-filter__chosen")


def test_pages_keep_the_query_and_say_what_is_shown() -> None:
    found = drawn("{% pages page 'actions' %}", path="/?q=a&page=2", page=Paginator(range(312), 25).page(2))
    assert words(only(found, "p")) == "Showing 26 to 50 of 312 actions"
    assert [words(one) for one in find(found, "li")] == ["1", "2", "3", "…", "13"]
    assert only(found, "[rel=next]").get("href") == "?q=a&page=3"
    assert [words(one) for one in find(found, "[aria-current=page]")] == ["2"]


@pytest.mark.parametrize(("count", "said"), [(0, "No actions"), (7, "Showing 7 actions")])
def test_one_page_has_no_links_to_others(count: int, said: str) -> None:
    found = drawn("{% pages page 'actions' %}", page=Paginator(range(count), 25).page(1))
    assert words(found) == said
    assert not find(found, "a")


# --- acting


def test_a_confirmed_form_posts_with_its_token_and_a_way_out() -> None:
    form = drawn("{% confirm button='Close' cancel='/back' kind='warning' %}x{% endconfirm %}", csrf_token="secret")
    assert only(form, "form").get("method") == "post"
    assert only(form, "input[name=csrfmiddlewaretoken]").get("value") == "secret"
    assert only(form, "a").get("href") == "/back"
    assert find(form, ".govuk-button--warning")


def test_a_button_of_its_own_posts_what_it_is_told() -> None:
    form = drawn("{% post_button 'Undo' '/undo' about='the last change' ref='1.1' %}", csrf_token="secret")
    assert {one.get("name"): one.get("value") for one in find(form, "input")} == {"csrfmiddlewaretoken": "secret", "ref": "1.1"}
    assert words(only(form, "button")) == "Undo the last change"


def test_a_button_looks_only_as_named() -> None:
    with pytest.raises(KeyError):
        drawn("{% button 'Save' kind='loud' %}")


def test_progress_counts_in_words_and_can_be_stopped() -> None:
    found = drawn("{% progress 3 7 'Reading' things='documents' stop='/stop' %}", csrf_token="secret")
    assert words(only(found, "p")) == "3 of 7 documents"
    assert (only(found, "progress").get("value"), only(found, "progress").get("max")) == ("3", "7")
    assert only(found, "form").get("action") == "/stop"
    assert not find(drawn("{% progress 3 7 'Reading' %}"), "form")


# --- the page


class _Form(forms.Form):
    name = forms.CharField(label="Name")


def page(**values: Any) -> html.HtmlElement:
    request = RequestFactory().get("/")
    template = engines["django"].get_template("base.html").template
    return html.document_fromstring(template.render(Context({"request": request, **values})))


def title(**values: Any) -> str:
    return words(only(page(**values), "title"))


def test_the_title_is_heading_section_service() -> None:
    assert title(heading="Actions", section="Plan", service="Goldthread") == "Actions – Plan – Goldthread"
    assert title() == "Goldthread"


def test_the_title_counts_pages_and_begins_with_an_error() -> None:
    paged = Paginator(range(60), 25).page(2)
    assert title(heading="Actions", page_obj=paged) == "Actions (page 2 of 3) – Goldthread"
    assert title(heading="Change", form=_Form({})) == "Error: Change – Goldthread"
    assert title(heading="Change", form=_Form()) == "Change – Goldthread"
    assert title(heading="Change", form=_Form({"name": "x"})) == "Change – Goldthread"
    assert title(heading="Change", errors=["No such plan"]) == "Error: Change – Goldthread"


def test_a_page_has_one_h1_a_skip_link_and_its_landmarks() -> None:
    found = page(heading="Actions", organisation="Northmere Council")
    assert [words(one) for one in find(found, "h1")] == ["Actions"]
    assert by_id(found, only(found, ".govuk-skip-link").get("href").removeprefix("#")).tag == "main"
    assert [len(find(found, name)) for name in ("header", "main", "footer")] == [1, 1, 1]


def test_a_page_has_no_inline_script_or_style() -> None:
    found = page(
        heading="Actions", navigation=[{"text": "Plan", "href": "/"}], account={"name": "A", "sign_out": "/out"}, marking="OFFICIAL"
    )
    assert all(one.get("src") for one in find(found, "script"))
    assert not find(found, "style, [style], [onclick], [onload]")
    assert "allowEval" in only(found, "meta[name=htmx-config]").get("content")


def test_signing_out_is_a_post_with_a_token() -> None:
    found = page(account={"name": "Ruth Adeyemi", "role": "improvement manager", "sign_out": "/out"}, csrf_token="secret")
    (form,) = find(found, ".gt-account form")
    assert (form.get("method"), form.get("action")) == ("post", "/out")
    assert find(form, "input[name=csrfmiddlewaretoken]")
    assert not find(page(), ".gt-account")


def test_the_marking_has_its_day() -> None:
    found = page(marking={"level": "OFFICIAL-SENSITIVE", "as_at": date(2026, 11, 24)})
    assert words(only(found, ".gt-marking")) == "OFFICIAL-SENSITIVE · as at 24 November 2026"
    assert not find(page(), ".gt-marking")


def test_a_back_link_and_a_trail_never_stand_together() -> None:
    found = page(back="/plan", breadcrumbs=[Link(text="Plan", href="/plan")])
    assert find(found, ".govuk-back-link")
    assert not find(found, ".govuk-breadcrumbs")


def test_the_section_in_use_is_marked_and_numbers_are_explained() -> None:
    found = page(navigation=[{"text": "My work", "href": "/", "count": 3}, {"text": "Plan", "href": "/plan", "current": True, "count": 0}])
    assert [words(one) for one in find(found, "nav li")] == ["My work 3 need attention", "Plan"]
    assert [words(one) for one in find(found, "[aria-current]")] == ["Plan"]


def test_errors_without_a_form_are_told_too() -> None:
    found = page(errors=["The file is empty", Link(text="Choose a lead", href="#lead")])
    assert [(words(one), [link.get("href") for link in find(one, "a")]) for one in find(found, ".govuk-error-summary li")] == [
        ("The file is empty", []),
        ("Choose a lead", ["#lead"]),
    ]


@pytest.mark.parametrize("code", ["400", "403", "404", "405", "409", "413", "429", "500", "csrf"])
def test_a_page_of_refusal_needs_nothing_but_itself(code: str) -> None:
    found = html.document_fromstring(engines["django"].get_template(f"errors/{code}.html").template.render(Context()))
    assert len(find(found, "h1")) == 1
    assert words(only(found, "title")) == f"{words(only(found, 'h1'))} – Goldthread"
    assert find(found, "main p")


def test_a_refusal_gives_its_reason() -> None:
    found = engines["django"].get_template("errors/403.html").template.render(Context({"reason": "Only <the> lead may do this."}))
    assert "Only &lt;the&gt; lead may do this." in found
