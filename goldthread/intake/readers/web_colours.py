"""Colours as web pages write them, as ``RRGGBB``."""

import colorsys
import re

_NAMES = dict(
    re.findall(
        r"(\w+):(\w+)",
        "amber:FFBF00 aqua:00FFFF aquamarine:7FFFD4 beige:F5F5DC black:000000 blue:0000FF brown:A52A2A chartreuse:7FFF00 coral:FF7F50 "
        "cornflowerblue:6495ED crimson:DC143C cyan:00FFFF darkblue:00008B darkgray:A9A9A9 darkgreen:006400 darkgrey:A9A9A9 "
        "darkorange:FF8C00 darkred:8B0000 deepskyblue:00BFFF dimgray:696969 dimgrey:696969 dodgerblue:1E90FF firebrick:B22222 "
        "forestgreen:228B22 fuchsia:FF00FF gainsboro:DCDCDC gold:FFD700 goldenrod:DAA520 gray:808080 green:008000 greenyellow:ADFF2F "
        "grey:808080 indianred:CD5C5C indigo:4B0082 khaki:F0E68C lavender:E6E6FA lawngreen:7CFC00 lightblue:ADD8E6 lightcoral:F08080 "
        "lightcyan:E0FFFF lightgray:D3D3D3 lightgreen:90EE90 lightgrey:D3D3D3 lightpink:FFB6C1 lightsalmon:FFA07A lightyellow:FFFFE0 "
        "lime:00FF00 limegreen:32CD32 magenta:FF00FF maroon:800000 mediumblue:0000CD mediumseagreen:3CB371 navy:000080 olive:808000 "
        "olivedrab:6B8E23 orange:FFA500 orangered:FF4500 palegreen:98FB98 peachpuff:FFDAB9 pink:FFC0CB plum:DDA0DD purple:800080 "
        "rebeccapurple:663399 red:FF0000 royalblue:4169E1 salmon:FA8072 seagreen:2E8B57 silver:C0C0C0 skyblue:87CEEB slategray:708090 "
        "slategrey:708090 springgreen:00FF7F steelblue:4682B4 tan:D2B48C teal:008080 tomato:FF6347 turquoise:40E0D0 violet:EE82EE "
        "wheat:F5DEB3 white:FFFFFF whitesmoke:F5F5F5 yellow:FFFF00 yellowgreen:9ACD32 ",
    )
)
"""CSS names that shade cells, and amber, which browsers do not know and plans write all the same."""

_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]{1,80})\)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z])", re.IGNORECASE)


def colour_of(value: str) -> str | None:
    """The first colour that a value names, None when it names none, a transparent one or white."""
    value = value[:300]
    found = _hex(value) or _function(value) or _named(value)
    return None if found in (None, "FFFFFF") else found


def _hex(value: str) -> str | None:
    match = _HEX.search(value)
    if match is None:
        bare = value.strip()
        return bare.upper() if re.fullmatch(r"[0-9a-fA-F]{6}", bare) else None
    digits = match[1].upper()
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    return None if digits[6:] == "00" else digits[:6]


def _function(value: str) -> str | None:
    match = _FUNCTION.search(value)
    if match is None:
        return None
    parts = re.findall(r"-?[\d.]+%?", match[2])
    try:
        if len(parts) < 3 or (len(parts) > 3 and _number(parts[3], 1) == 0):
            return None
        if match[1].lower() == "rgb":
            channels = [_number(part, 255) for part in parts[:3]]
        else:
            hue, saturation, lightness = _number(parts[0], 360) / 360 % 1, _number(parts[1], 1), _number(parts[2], 1)
            channels = [255 * channel for channel in colorsys.hls_to_rgb(hue, lightness, saturation)]
    except ValueError:
        return None
    return "".join(f"{min(255, max(0, round(channel))):02X}" for channel in channels)


def _number(part: str, whole: float) -> float:
    return float(part[:-1]) / 100 * whole if part.endswith("%") else float(part)


def _named(value: str) -> str | None:
    words = re.findall(r"[a-z]+", re.sub(r"url\([^)]*\)", " ", value.lower()))
    return next((_NAMES[word] for word in words if word in _NAMES), None)
