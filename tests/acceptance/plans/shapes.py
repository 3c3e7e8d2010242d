"""All the shapes, by name."""

from tests.acceptance.plans import (
    shapes_bands,
    shapes_boxes,
    shapes_flat,
    shapes_forms,
    shapes_merged,
    shapes_people,
    shapes_progress,
    shapes_trackers,
)
from tests.acceptance.plans.key import Shape

FAMILIES = (shapes_merged, shapes_bands, shapes_boxes, shapes_flat, shapes_people, shapes_forms, shapes_progress, shapes_trackers)
SHAPES: dict[str, Shape] = {shape.name: shape for family in FAMILIES for shape in (make() for make in family.SHAPES)}
CASES = [(name, form) for name, shape in SHAPES.items() for form in shape.formats]
