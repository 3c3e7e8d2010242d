"""How long a paper is, in the words that its kind has for it."""

from goldthread.thread.picture import Source

_WORKBOOKS = (".xlsx", ".xlsm", ".xls")


def length(source: Source) -> tuple[int, str]:
    """The number of its pages and what one is called: a workbook has sheets. 0 where the format has none."""
    return source.pages or 0, "sheet" if source.file.lower().endswith(_WORKBOOKS) else "page"
