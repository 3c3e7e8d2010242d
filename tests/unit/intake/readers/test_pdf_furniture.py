"""Feet that pages repeat, and lines of text that only look like them."""

from goldthread.intake.readers.pdf_furniture import Page, furniture, printed_furniture
from goldthread.intake.readers.pdf_geometry import Box
from goldthread.intake.readers.pdf_lines import Print

HEIGHT = 800.0
WORDS = ("First", "Second", "Third")


def line(text: str, base: float, *, size: float = 12) -> Print:
    return Print(text=text, words=(), box=Box(68, base - size, 500, base), base=base, size=size, bold=False, bullet=False)


def test_the_end_of_the_text_is_no_foot_though_it_comes_again_on_each_page() -> None:
    pages = [Page(HEIGHT, [line(f"{word} text that", 732), line("goes on.", 747), line("7", 790)]) for word in WORDS]
    assert furniture(pages) == [{2}, {2}, {2}]


def test_a_foot_set_apart_is_left_out_and_its_words_are_kept_once() -> None:
    pages = [
        Page(HEIGHT, [line(f"{word} text", 700), line("3 to 14 June 2024", 760), line(f"Report {page}", 775)])
        for page, word in enumerate(WORDS)
    ]
    outside = furniture(pages)
    assert outside == [{1, 2}, {1, 2}, {1, 2}]
    assert printed_furniture(pages, outside) == ("3 to 14 June 2024", "Report")
