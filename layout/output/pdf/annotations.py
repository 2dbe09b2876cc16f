"""Takes a page, gives the annotations that print with it as forms to draw; never links or pop-ups."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from layout.model.geometry import IDENTITY, Matrix, transform_box
from layout.pdfreading.boxes import SMALLEST, read_box
from layout.pdfreading.opening import look_up, tolerate

HIDDEN, PRINT = 2, 4
"""Bits of /F (ISO 32000-1, table 165)."""

NEVER_PRINTED = frozenset({"/Link", "/Popup"})


def list_annotations(page: DictionaryObject) -> list[DictionaryObject]:
    """All annotations of a page that can be read."""
    entries = look_up(page, "/Annots")
    if not isinstance(entries, ArrayObject):
        return []
    annotations = (tolerate(entry.get_object, None) for entry in entries)
    return [entry for entry in annotations if isinstance(entry, DictionaryObject)]


def printed_appearances(annotations: list[DictionaryObject]) -> Iterator[tuple[StreamObject, Matrix]]:
    """Each appearance a printer would show, and the matrix that puts it into the page's user space."""
    for annotation in annotations:
        if not _is_printed(annotation):
            continue
        appearance = _appearance(annotation)
        matrix = appearance and _matrix(annotation, appearance)
        if appearance is not None and matrix:
            yield appearance, matrix


def lost_annotations(annotations: list[DictionaryObject]) -> int:
    """How many would print but say not how they look, or lie on a layer: every viewer draws its own."""
    return sum(
        _is_meant_for_print(entry)
        and ("/OC" in entry or _appearance(entry) is None)
        and (str(look_up(entry, "/Subtype")) != "/Widget" or look_up(entry, "/V") is not None)
        for entry in annotations
    )


def _is_printed(annotation: DictionaryObject) -> bool:
    return _is_meant_for_print(annotation) and "/OC" not in annotation


def _is_meant_for_print(annotation: DictionaryObject) -> bool:
    flags = look_up(annotation, "/F")
    if not isinstance(flags, int) or flags & HIDDEN or not flags & PRINT:
        return False
    return str(look_up(annotation, "/Subtype")) not in NEVER_PRINTED


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    """The normal appearance, in the annotation's state where it has several."""
    appearances = look_up(annotation, "/AP")
    normal = look_up(appearances, "/N") if isinstance(appearances, DictionaryObject) else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        state = look_up(annotation, "/AS")
        normal = look_up(normal, state) if isinstance(state, NameObject) else None
    return normal if isinstance(normal, StreamObject) else None


def _matrix(annotation: DictionaryObject, appearance: StreamObject) -> Matrix | None:
    """ISO 32000-1, 12.5.5: the appearance's turned box is stretched onto the annotation's rectangle."""
    target = read_box(look_up(annotation, "/Rect"))
    box = read_box(look_up(appearance, "/BBox"))
    if target is None or box is None:
        return None
    shown = transform_box(_form_matrix(look_up(appearance, "/Matrix")), box)
    if min(shown.width, shown.height) < SMALLEST:
        return None
    across, up = target.width / shown.width, target.height / shown.height
    return (across, 0, 0, up, target.x0 - shown.x0 * across, target.y0 - shown.y0 * up)


def _form_matrix(value: PdfObject | None) -> Matrix:
    if not isinstance(value, ArrayObject) or len(value) != 6:
        return IDENTITY
    return tolerate(lambda: _six_numbers(value), IDENTITY)


def _six_numbers(value: ArrayObject) -> Matrix:
    a, b, c, d, e, f = (float(item.get_object()) for item in value)
    return (a, b, c, d, e, f)
