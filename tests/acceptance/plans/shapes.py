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
    shapes_sixth,
    shapes_third_papers,
    shapes_third_tables,
    shapes_trackers,
)
from tests.acceptance.plans.key import Shape

FIRST = (shapes_merged, shapes_bands, shapes_boxes, shapes_flat, shapes_people, shapes_forms, shapes_progress, shapes_trackers)
SECOND = (shapes_second_exports, shapes_second_columns, shapes_second_cells, shapes_second_papers)
THIRD = (shapes_third_tables, shapes_third_papers)
FAMILIES = (*FIRST, *SECOND, *THIRD, shapes_fourth, shapes_fifth, shapes_sixth)
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
    "ofsted_said",
    "right_to_left",
    "audit_recommendations",
    "regulations",
    "two_plans",
    "highlight_report",
    "questions_as_headings",
    "outcome_above_each",
    "contents_first",
    "long_headings",
)
"""These are also set as PDFs whose tables have lines between rows only, or no lines at all."""

SHAPES |= {name: replace(SHAPES[name], formats=(*SHAPES[name].formats, "pdf-rows", "pdf-bare")) for name in HALF_DRAWN}
CASES = [(name, form) for name, shape in SHAPES.items() for form in shape.formats]
