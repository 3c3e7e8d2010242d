"""What is still read wrongly: (report, kind of file) → the words that are. An entry goes when it is read rightly."""

KNOWN_WRONG: dict[tuple[str, str], str] = {}
