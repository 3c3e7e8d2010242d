"""What is still read wrongly: (report, kind of file) → the words that are. An entry goes when it is read rightly."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (
        "slac-full",
        "txt",
    ): "the list after a numbered lead-in is taken into that paragraph; a lost number is not given back",
    ("child-protection-2012", "txt"): "“Lead inspector NAME HMI” without a colon",
    (
        "sif-2013",
        "txt",
    ): "“The effectiveness of the … Board (LSCB) requires improvement” is not read; the board's numbered "
    "recommendations and the paragraphs after them run together",
    ("ilacs-2023", "pdf"): "a line of prose that comes three times is lost",
    ("ilacs-three-ways", "pdf"): "a list without bullets under its heading",
    ("send-outcome-3", "txt"): "a two-column table in plain text; lead inspector in the table of the team",
    ("prose-only", "txt"): "areas cut where the text's columns wrap; a sentence is taken for the heading",
}
