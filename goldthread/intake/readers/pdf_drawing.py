"""The lines, rectangles and pictures drawn on a PDF page."""

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from goldthread.intake.readers.pdf_geometry import Box, Fill, Rule, is_white
from goldthread.intake.readers.pdf_glyphs import Affine, fill_colour, times

Point = tuple[float, float]

THIN = 3.0
"""Points: a filled rectangle this thin is a drawn line."""

_DOT = 1.5
_DEEPEST_FORM = 8
_MOST_SEGMENTS = 4000  # of one path; a longer one is a picture, not a table


class Drawing(NamedTuple):
    """What is drawn, in display points: level and upright lines, filled shapes in painting order, pictures."""

    level: list[Rule]
    upright: list[Rule]
    fills: list[Fill]
    images: list[Box]


def read_drawing(page: Any, affine: Affine) -> Drawing:
    """Everything drawn on the page but its text, forms within forms included."""
    drawing = Drawing([], [], [], [])
    for page_object, kind, matrix in _objects(page, affine):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(drawing, page_object, matrix)
        else:
            drawing.images.append(_bounds(page_object, matrix))
    return drawing


def _objects(page: Any, affine: Affine) -> Iterator[tuple[Any, int, Affine]]:
    get, kind_of = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        page_object = get(page, index)
        yield from _unfolded(page_object, kind_of(page_object), affine, 0)


def _unfolded(page_object: Any, kind: int, affine: Affine, depth: int) -> Iterator[tuple[Any, int, Affine]]:
    if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        yield page_object, kind, affine
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth >= _DEEPEST_FORM:
        return
    inner = times(_matrix(page_object), affine)
    for index in range(pdfium.FPDFFormObj_CountObjects(page_object)):
        child = pdfium.FPDFFormObj_GetObject(page_object, index)
        yield from _unfolded(child, pdfium.FPDFPageObj_GetType(child), inner, depth + 1)


def _matrix(page_object: Any) -> Affine:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(page_object, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _bounds(page_object: Any, affine: Affine) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(page_object, left, bottom, right, top)
    return _box([_moved((left.value, bottom.value), affine), _moved((right.value, top.value), affine)])


def _moved(point: Point, affine: Affine) -> Point:
    x, y = point
    a, b, c, d, e, f = affine
    return a * x + c * y + e, b * x + d * y + f


def _box(points: list[Point]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def _add_path(drawing: Drawing, path: Any, affine: Affine) -> None:
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill_mode, stroke)
    colour, alpha = fill_colour(path)
    filled = bool(fill_mode.value) and alpha > 0
    if not (filled or stroke.value):
        return
    for points, curved in _outlines(path, times(_matrix(path), affine)):
        if filled:
            _add_filled(drawing, points, curved, colour)
        if stroke.value and not curved and not (filled and _is_faint(path)):
            _add_stroked(drawing, points)


def _is_faint(path: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    pdfium.FPDFPageObj_GetStrokeColor(path, red, green, blue, alpha)
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= 250


def _outlines(path: Any, affine: Affine) -> Iterator[tuple[list[Point], bool]]:
    """Each piece of a path that is drawn without lifting the pen: its points, and whether it has curves."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS:
        return
    points: list[Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, curved
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_moved((x.value, y.value), affine))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points, curved


def _add_filled(drawing: Drawing, points: list[Point], curved: bool, colour: str) -> None:
    box = _box(points)
    if min(box.width, box.height) > THIN:
        if len(points) >= 4:
            drawing.fills.append(Fill(box, colour, round=curved or not _is_upright(points)))
        return
    if curved or is_white(colour):
        return
    is_dot = max(box.width, box.height) <= _DOT  # of a dotted line, which may run either way
    if box.width >= box.height or is_dot:
        drawing.level.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
    if box.width < box.height or is_dot:
        drawing.upright.append(Rule((box.left + box.right) / 2, box.top, box.bottom))


def _is_upright(points: list[Point]) -> bool:
    return all(abs(x - p) < 0.5 or abs(y - q) < 0.5 for (x, y), (p, q) in itertools.pairwise(points))


def _add_stroked(drawing: Drawing, points: list[Point]) -> None:
    for (x, y), (p, q) in itertools.pairwise(points):
        if abs(y - q) < 0.5:
            drawing.level.append(Rule((y + q) / 2, min(x, p), max(x, p)))
        elif abs(x - p) < 0.5:
            drawing.upright.append(Rule((x + p) / 2, min(y, q), max(y, q)))
