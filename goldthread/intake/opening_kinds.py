"""What a file is, by its first bytes and never by its name."""

import re
from dataclasses import dataclass
from pathlib import Path

HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. words: with its article. suffix: what its name should end in.

    do: what to do instead when it cannot be read; empty when it can.
    """

    name: str
    words: str
    suffix: str
    do: str = ""


PDF = Kind("pdf", "a PDF", ".pdf")
WORD = Kind("word", "a Word document", ".docx")
WORKBOOK = Kind("workbook", "an Excel workbook", ".xlsx")
TEXT = Kind("text", "plain text", ".txt")
DELIMITED = Kind("delimited", "a table in plain text", ".csv")
WEB = Kind("web", "a web page (HTML)", ".html")

_AS_WORD = "Open it and save it as .docx"
_AS_WORKBOOK = "Open it and save it as .xlsx"
_AS_PDF = "Export it as .pdf"
OLD_WORD = Kind("old_word", "an old Word document (.doc)", ".doc", _AS_WORD)
OLD_WORKBOOK = Kind("old_workbook", "an old Excel workbook (.xls)", ".xls", _AS_WORKBOOK)
BINARY_WORKBOOK = Kind("binary_workbook", "a binary Excel workbook (.xlsb)", ".xlsb", _AS_WORKBOOK)
OLD_SLIDES = Kind("old_slides", "old PowerPoint slides (.ppt)", ".ppt", _AS_PDF)
SLIDES = Kind("slides", "PowerPoint slides", ".pptx", _AS_PDF)
LOCKED = Kind("locked", "an Office file that a password protects", "", "Save a copy without a password and read that")
OLD_OFFICE = Kind("old_office", "an Office file of an old or unknown kind", "", "Open it and save it as .docx, .xlsx or .pdf")
RICH_TEXT = Kind("rich_text", "rich text (RTF)", ".rtf", _AS_WORD)
OPEN_TEXT = Kind("open_text", "an OpenDocument text", ".odt", _AS_WORD)
OPEN_SHEET = Kind("open_sheet", "an OpenDocument spreadsheet", ".ods", _AS_WORKBOOK)
OPEN_OTHER = Kind("open_other", "an OpenDocument file", "", _AS_PDF)
XML_WORD = Kind("xml_word", "a Word document in the XML form of 2003", ".xml", _AS_WORD)
XML_WORKBOOK = Kind("xml_workbook", "an Excel workbook in the XML form of 2003", ".xml", _AS_WORKBOOK)
XML = Kind("xml", "XML data", ".xml", "Open it where it was made and save it as .docx or .xlsx")
MESSAGE = Kind("message", "an e-mail", ".msg", "Save its attachment, or print it to a PDF, and read that")
ARCHIVED_PAGE = Kind("archived_page", "a web archive (MHTML)", ".mht", "Open it and save it as .docx or .html")
ARCHIVE = Kind("archive", "an archive", ".zip", "Unpack it and read the files inside")
IMAGE = Kind("image", "a picture", ".png", "Put it in a PDF and read that with --ocr, or type it in")
OTHER = Kind("other", "a file of a kind that Goldthread does not know", "", "Save it as one of the kinds that can be read")
EMPTY = Kind("blank", "a file with nothing but spaces", "", "Fetch or save it again")

READABLE = "PDF, Word (.docx), Excel (.xlsx), .csv, .html, .md and .txt"

_OPENINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", RICH_TEXT),
    *((opening, IMAGE) for opening in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\1\0")),
    *((opening, ARCHIVE) for opening in (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"MSCF", b"\x28\xb5\x2f\xfd")),
    *((opening, OTHER) for opening in (b"MZ", b"\x7fELF", b"SQLite format 3", b"PAR1", b"%!PS", b"OggS", b"ID3")),
)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", LOCKED),
    ("__properties_version1.0", MESSAGE),
    ("WordDocument", OLD_WORD),
    ("Workbook", OLD_WORKBOOK),
    ("Book", OLD_WORKBOOK),
    ("PowerPoint Document", OLD_SLIDES),
)
_PAGE_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_ANY_TAG = re.compile(rb"<(?:html|body|head|table|div|p|h[1-6]|ul|ol|li|br|span|tr|td|section|main)\b", re.IGNORECASE)
_BEFORE_PAGE = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL)
_MAIL = re.compile(rb"(?:received|return-path|delivered-to|mime-version|message-id|x-[a-z-]+):\s", re.IGNORECASE)
"""Only what machines write: a memorandum too begins with To, From, Date and Subject."""
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})


def is_zip(head: bytes) -> bool:
    """Whether the file opens as a zip archive does; Office files are such archives."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def kind_of(path: Path, head: bytes, tail: bytes) -> Kind:
    """The kind of a file that is no zip archive, from its first and last bytes."""
    if _is_pdf(head, tail):
        return PDF
    if head.startswith(_OLE2):
        return _old_office(path)
    for opening, kind in _OPENINGS:
        if head.startswith(opening):
            return kind
    if head[4:12] in (b"ftypheic", b"ftypmif1") or (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or _is_bitmap(head):
        return IMAGE
    if head[257:262] == b"ustar":
        return ARCHIVE
    return _text_kind(head) if _is_text(head) else OTHER


def _is_pdf(head: bytes, tail: bytes) -> bool:
    """Some senders put lines of their own before the header; a text that only speaks of %PDF- has no %%EOF at its end."""
    start = head[:1024].find(b"%PDF-")
    return start >= 0 and (not head[:start].strip(b"\xef\xbb\xbf \r\n\t\0") or b"%%EOF" in tail)


def _is_bitmap(head: bytes) -> bool:
    return head[:2] == b"BM" and head[6:10] == b"\0\0\0\0"


def _old_office(path: Path) -> Kind:
    """By its streams' names. A workbook may hold a document and the other way round: then the name's ending decides."""
    content = path.read_bytes()
    found = [kind for name, kind in _STREAMS if _has_stream(content, name)]
    if LOCKED in found or MESSAGE in found or not found:
        return next((kind for kind in (LOCKED, MESSAGE) if kind in found), OLD_OFFICE)
    named = [kind for kind in found if kind.suffix == path.suffix.lower()]
    return (named or found)[0]


def _has_stream(content: bytes, name: str) -> bool:
    entry = name.encode("utf-16-le") + b"\0\0"
    start = content.find(entry)
    while start >= 0 and start % 128:  # a directory entry begins at a multiple of its size
        start = content.find(entry, start + 1)
    return start >= 0


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if 0 in head and not _is_wide(head):
        return False
    return len(head.translate(None, _CONTROLS + b"\0")) >= 0.98 * len(head.replace(b"\0", b""))


def _is_wide(head: bytes) -> bool:
    """UTF-16 without its mark: every other byte is zero, in most Western words."""
    even, odd = head[::2], head[1::2]
    few, many = sorted((even.count(0) / max(len(even), 1), odd.count(0) / max(len(odd), 1)))
    return few < 0.02 and many > 0.7


def _text_kind(head: bytes) -> Kind:
    plain = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    if not plain.strip():
        return EMPTY
    start = plain[_end_of_prolog(plain) :]
    if b"urn:schemas-microsoft-com:office:spreadsheet" in plain and plain.lstrip().startswith(b"<?xml"):
        return XML_WORKBOOK
    if b"schemas.microsoft.com/office/word/2003/wordml" in plain and plain.lstrip().startswith(b"<?xml"):
        return XML_WORD
    if _PAGE_START.match(start):
        return WEB
    if plain.lstrip().startswith(b"<?xml"):
        return XML
    if not any(_MAIL.match(line) for line in plain.lstrip()[:8192].split(b"\n\n")[0].splitlines()[:20]):
        return TEXT
    return ARCHIVED_PAGE if b"multipart/related" in plain[:8192].lower() else MESSAGE


def _end_of_prolog(plain: bytes) -> int:
    found = _BEFORE_PAGE.match(plain)
    return found.end() if found else 0


def has_tags(head: bytes) -> bool:
    """Whether any tag of a web page stands in the first bytes."""
    return bool(_ANY_TAG.search(head.replace(b"\0", b"")))
