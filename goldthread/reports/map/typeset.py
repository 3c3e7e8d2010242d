"""Breaking words into lines that fit a width, in the type the page carries, without asking a browser."""

from functools import lru_cache

ELLIPSIS = "…"

_PLAIN = (
    "280 286 301 651 592 919 731 160 299 299 485 606 210 362 210 387 648 407 548 576 614 588 598 510 615 595 210 210 553 628 553 480 "
    "778 626 613 645 669 569 552 694 694 392 512 631 541 824 693 714 592 724 614 592 558 690 593 856 623 575 607 317 387 344 552 372 "
    "243 525 566 485 564 538 314 558 550 252 245 492 262 845 550 548 566 574 349 471 326 540 461 684 481 449 460 344 237 344 555"
)
_BOLD = (
    "308 300 376 747 607 961 726 203 329 329 485 596 262 371 262 432 658 435 574 596 622 605 621 533 623 574 262 262 567 614 567 536 "
    "781 670 638 656 686 593 564 715 700 420 553 659 550 853 714 742 623 752 644 607 599 687 636 881 675 638 617 336 432 344 577 395 "
    "281 548 591 506 591 559 357 588 568 293 257 546 309 876 568 571 591 595 372 503 368 563 519 731 531 510 499 376 251 376 540"
)
_OTHER = {"–": 504, "—": 831, "‘": 264, "’": 264, "“": 467, "”": 467, ELLIPSIS: 764, "•": 438, "£": 631, "\u00a0": 308}
_UNKNOWN = 700
_WIDE = 1050


def _table(widths: str) -> dict[str, int]:
    return {chr(32 + index): int(width) for index, width in enumerate(widths.split())} | _OTHER


WIDTHS = {False: _table(_PLAIN), True: _table(_BOLD)}
"""Advance widths of Atkinson Hyperlegible Next in thousandths of the type size: weight 400 (False) and 650 (True)."""


def _unlisted(character: str) -> int:
    return _WIDE if ord(character) >= 0x1100 else _UNKNOWN


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide text is at a type size, in the size's unit; characters outside the table count as wide ones."""
    table = WIDTHS[bold]
    return sum(table.get(character) or _unlisted(character) for character in text) * size / 1000


def _cut(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word longer than a line in pieces that each fit."""
    pieces, piece, used = [], "", 0.0
    for character in word:
        step = width(character, size, bold=bold)
        if piece and used + step > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + character, used + step
    return [*pieces, piece]


def _pieces(text: str, room: float, size: float, bold: bool) -> list[str]:
    found: list[str] = []
    for word in text.split():
        found.extend([word] if width(word, size, bold=bold) <= room else _cut(word, room, size, bold))
    return found


def _ended(line: str, room: float, size: float, bold: bool) -> str:
    while line and width(line + ELLIPSIS, size, bold=bold) > room:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return line.rstrip(" ,;:.") + ELLIPSIS


def wrap(text: str, room: float, size: float, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """text in at most ``most`` lines no wider than room; the last ends in an ellipsis when words are left over."""
    space = width(" ", size, bold=bold)
    lines: list[str] = []
    line, used = "", 0.0
    # Words beyond what could ever fit are not worth measuring: a hostile cell may hold megabytes.
    for word in _pieces(text[: most * 400], room, size, bold):
        step = width(word, size, bold=bold)
        if line and used + space + step > room:
            lines.append(line)
            line, used = word, step
        else:
            line, used = (f"{line} {word}", used + space + step) if line else (word, step)
        if len(lines) > most:
            break
    lines.append(line)
    whole = len(lines) <= most and len(text) <= most * 400
    return tuple(lines) if whole else (*lines[: most - 1], _ended(lines[most - 1], room, size, bold))
