"""Letters set in symbol fonts as the signs that a reader sees: a tick in a status column is data."""

_WINGDINGS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "☐",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE3: "↖",
    0xE4: "↗",
    0xE5: "↙",
    0xE6: "↘",
    0xE7: "←",
    0xE8: "→",
    0xE9: "↑",
    0xEA: "↓",
    0xEB: "↖",
    0xEC: "↗",
    0xED: "↙",
    0xEE: "↘",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xF3: "⬄",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "●", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "☐"}
_WINGDINGS_3 = {
    0x66: "←",
    0x67: "→",
    0x68: "↑",
    0x69: "↓",
    0x6A: "↖",
    0x6B: "↗",
    0x6C: "↙",
    0x6D: "↘",
    0x70: "▲",
    0x71: "▼",
    0x74: "◄",
    0x75: "►",
}
_WEBDINGS = {0x35: "▲", 0x36: "▼", 0x33: "◄", 0x34: "►", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {0xB7: "•", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xAB: "↔", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xD6: "√", 0xB4: "×"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "webdings": _WEBDINGS, "symbol": _SYMBOL}


_DOTS = frozenset("●•■⬤▪◆★")


def is_dot(text: str) -> bool:
    """Whether text is one mark whose colour is all that it says."""
    return text.strip() in _DOTS


def is_symbol_font(font: str | None) -> bool:
    """Whether letters in the font are seen as signs."""
    return (font or "").strip().lower() in _FONTS


def sign(font: str | None, code: int) -> str:
    """The sign that a symbol font draws for a code; a private-use character where no common character shows it."""
    low = code & 0xFF
    known = _FONTS.get((font or "").strip().lower(), {}).get(low)
    return known or (chr(0xF000 + low) if code > 0xFF or low < 0x20 else chr(low) if low < 0x30 else chr(0xF000 + low))


def signs(font: str | None, text: str) -> str:
    """Text in a symbol font as the signs seen. Letters and figures of the Symbol font are Greek and stay as they are."""
    if not is_symbol_font(font):
        return text
    table = _FONTS[(font or "").strip().lower()]
    return "".join(
        table.get(ord(letter) & 0xFF, letter) if ord(letter) < 0x100 or 0xF000 <= ord(letter) < 0xF100 else letter for letter in text
    )
