import hashlib
import re
from pathlib import Path

import goldthread.reports
import goldthread.web

STATIC = Path(goldthread.web.__file__).parent / "static"
FONTS = Path(goldthread.reports.__file__).parent / "fonts"
STYLE = (STATIC / "css" / "goldthread.css").read_text(encoding="utf-8")


def test_what_others_made_is_as_its_list_says() -> None:
    listed = re.findall(r"^    ([0-9a-f]{64})  (\S+)$", (STATIC / "VENDOR.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(listed) == 3
    for digest, name in listed:
        assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest, f"{name}: run tools/build_css and renew the sums"


def test_the_style_sheet_has_no_typeface_crown_or_logo_of_the_government() -> None:
    assert not re.search(r"GDS Transport|crown|govuk-logo", STYLE, re.IGNORECASE)


def test_the_style_sheet_fetches_only_files_that_are_served() -> None:
    wanted = re.findall(r"""url\(["']?([^"')]+)""", STYLE)
    assert wanted
    for name in wanted:
        assert (STATIC / "css" / name).resolve().exists() or (FONTS / Path(name).name).exists(), name


def test_the_style_sheet_stays_small() -> None:
    assert len(STYLE) < 150_000


def test_no_file_names_a_source_map_that_is_not_served() -> None:
    assert not [path.name for path in STATIC.rglob("*.[cj]s*") if "sourceMappingURL" in path.read_text(encoding="utf-8")]


def test_scripts_fetch_only_files_beside_them() -> None:
    for name in re.findall(r'from "(.+?)"', (STATIC / "js" / "site.js").read_text(encoding="utf-8")):
        assert (STATIC / "js" / name).exists()
