"""What is still read wrongly: (report, kind of file) → the words that are. An entry goes when it is read rightly."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    ("send-outcome-3", "txt"): "a two-column table in plain text; lead inspector in the table of the team",
}
