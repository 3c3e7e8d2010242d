"""All the shapes, by name."""

from dataclasses import replace

from tests.acceptance.plans import (
    shapes_bands,
    shapes_boxes,
    shapes_fifth,
    shapes_flat,
    shapes_forms,
    shapes_fourth,
    shapes_merged,
    shapes_people,
    shapes_progress,
    shapes_second_cells,
    shapes_second_columns,
    shapes_second_exports,
    shapes_second_papers,
    shapes_seventh,
    shapes_sixth,
    shapes_third_papers,
    shapes_third_tables,
    shapes_trackers,
)
from tests.acceptance.plans.key import Shape

FIRST = (shapes_merged, shapes_bands, shapes_boxes, shapes_flat, shapes_people, shapes_forms, shapes_progress, shapes_trackers)
SECOND = (shapes_second_exports, shapes_second_columns, shapes_second_cells, shapes_second_papers)
THIRD = (shapes_third_tables, shapes_third_papers)
LATER = (*SECOND, *THIRD, shapes_fourth, shapes_fifth, shapes_sixth, shapes_seventh)
FAMILIES = (*FIRST, *LATER)
SHAPES: dict[str, Shape] = {shape.name: shape for family in FAMILIES for shape in (make() for make in family.SHAPES)}
HALF_DRAWN = (
    "ilacs_merged",
    "sif_bands",
    "post_inspection_2010",
    "hmicfrs_tracker",
    "repeated_item_column",
    "extra_tables",
    "symbols",
    "every_date",
)
"""These are also set as PDFs whose tables have lines between rows only, or no lines at all."""

LATER_NAMES = tuple(make().name for family in LATER for make in family.SHAPES)
WITHOUT_RULES = {"damaged_print": ("tabs",), "coloured_discs": ("aligned",)}
"""The later shapes are set as such PDFs and as aligned print too, but for damage in tabs, and discs that the PDFs' type has not."""


def with_hard_formats(shape: Shape) -> Shape:
    """The shape with the formats in which borders are lost."""
    hard = ("pdf-rows", "pdf-bare", "aligned") if shape.name in LATER_NAMES else ("pdf-rows", "pdf-bare")
    return replace(shape, formats=tuple(dict.fromkeys((*shape.formats, *WITHOUT_RULES.get(shape.name, hard)))))


SHAPES |= {name: with_hard_formats(SHAPES[name]) for name in (*HALF_DRAWN, *LATER_NAMES)}
CASES = [(name, form) for name, shape in SHAPES.items() for form in shape.formats]
