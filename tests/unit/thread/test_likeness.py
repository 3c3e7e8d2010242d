"""Texts that an index leaves out are alike to nobody; with it links are found sooner, and they are the same."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from goldthread.common.text import fold
from goldthread.thread import judged, likeness, links
from goldthread.thread.likeness import Index, Scale, stems
from goldthread.thread.picture import Action, Finding, Item, Judgement, Outcome, Picture, Plan
from goldthread.thread.repeats import nearly_the_same

WORDS = "supervise supervision workers children care leavers audit files monthly health assessments time 14 board report the of and"
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)
REFS = st.sampled_from(["A1", "A2", "A3", "¶1", "¶2"])
KINDS = st.sampled_from(["area_for_improvement", "recommendation", "paragraph"])
FINDINGS = st.builds(
    Finding,
    ref=REFS,
    kind=KINDS,
    text=TEXTS,
    section=st.sampled_from([None, "Care", "Leaders"]),
    service=st.sampled_from([None, "safeguarding"]),
)
ITEMS = st.builds(
    Item,
    ref=st.sampled_from("12345"),
    kind=st.sampled_from(["recommendation", "action_group"]),
    text=st.tuples(st.sampled_from(["", "Area 2: "]), TEXTS).map("".join),
    section=st.sampled_from([None, "Safeguarding", "Looked after"]),
    notes=st.sampled_from([None, "See paragraph 1", "Recommendation 2"]),
    outcomes=st.lists(st.builds(Outcome, text=TEXTS), max_size=2).map(tuple),
    actions=st.lists(st.builds(Action, text=TEXTS), max_size=3).map(tuple),
)
PICTURES = st.builds(
    Picture,
    findings=st.lists(FINDINGS, max_size=6).map(tuple),
    judgements=st.lists(st.builds(Judgement, area=st.sampled_from(["Overall", "Care", "Leaders and managers"])), max_size=3).map(tuple),
    plan=st.builds(Plan, items=st.lists(ITEMS, max_size=6).map(tuple)),
)


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_what_an_index_leaves_out_no_scale_finds_alike(texts: list[str], wanted: str) -> None:
    scale, near = Scale([*texts, wanted]), Index(texts).comparable(stems(wanted))
    assert not [text for at, text in enumerate(texts) if at not in near and scale.likeness(wanted, text)]


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_an_index_counts_the_telling_words_that_texts_share(texts: list[str], wanted: str) -> None:
    shared = Index(texts).shared(stems(wanted))
    assert {at: len(stems(text) & stems(wanted)) for at, text in enumerate(texts) if stems(text) & stems(wanted)} == dict(shared)


@given(PICTURES)
def test_links_are_those_of_comparing_each_with_each(picture: Picture) -> None:
    found = links.links(picture)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Index, "comparable", lambda self, _wanted: frozenset(range(len(self._stems))))
        patch.setattr(links._Under, "near", lambda self, _finding: self.all)
        patch.setattr(links, "_all_differ", lambda _things: False)
        links._links.cache_clear()
        plain = links.links(picture)
        links._links.cache_clear()
        assert found.links == plain.links
        behind = [judged.Judge(picture).behind(finding) for finding in picture.findings]
    assert [judged.Judge(picture).behind(finding) for finding in picture.findings] == behind


@given(PICTURES)
def test_links_look_up_what_the_list_of_them_says(picture: Picture) -> None:
    found = links.links(picture)
    for finding in picture.findings:
        items = {link.item for link in found.links if link.finding == finding.ref}
        assert list(found.items_answering(finding.ref)) == [item for item in picture.plan.items if item.ref in items]
    for item in picture.plan.items:
        refs = {link.finding for link in found.links if link.item == item.ref}
        assert list(found.findings_behind(item.ref)) == [finding for finding in picture.findings if finding.ref in refs]
    assert found.items_answering("no such ref") == ()


def test_remembered_links_follow_a_changed_word() -> None:
    before = Picture(
        findings=(Finding(ref="A1", kind="recommendation", text="audit children files monthly"),),
        plan=Plan(items=(Item(ref="1", text="audit children files monthly"),)),
    )
    after = Picture(findings=before.findings, plan=Plan(items=(Item(ref="1", text="recruit foster carers locally"),)))
    assert [link.item for link in links.links(before).links] == ["1"]
    assert links.links(after).links == ()
    assert links.links(before).picture is before


SAID = st.lists(st.sampled_from(["audit", "the", "files", "file", "of", "team", "3", "4", "monthly"]), min_size=1, max_size=8).map(" ".join)


@given(st.lists(SAID, max_size=9), st.sampled_from([70, 90, 100]))
def test_near_repeats_are_those_of_comparing_each_with_each(texts: list[str], percent: int) -> None:
    figures = [re.findall(r"\d+", text) for text in texts]
    wanted = [
        (one, other)
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
        if figures[one] == figures[other] and fuzz.ratio(texts[one], texts[other], score_cutoff=percent)
    ]
    assert list(nearly_the_same(tuple(texts), percent)) == wanted


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_any_text_does(text: str) -> None:
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").translate(dict.fromkeys(map(ord, "‐‑‒–—−"), "-"))
    plain = plain.translate({ord("‘"): "'", ord("’"): "'", ord("‛"): "'", ord("“"): '"', ord("”"): '"', ord("\u00a0"): " "})
    assert fold(text) == " ".join(plain.split()).casefold()
    assert likeness.stems(text) == likeness.stems(fold(text))
