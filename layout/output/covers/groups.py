"""Takes a cover's content streams, gives them without transparency groups that blend nothing."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from layout.output.covers.fonts import SurveyedContent
from layout.output.pdf.objects import entries_of
from layout.pdfreading.opening import look_up

_OPAQUE = frozenset({"/Normal", "/Compatible"})


def drop_idle_groups(drawn: Sequence[SurveyedContent]) -> None:
    """Take the groups off where all that is drawn is opaque: what such a group holds looks the same without.

    Drawing programs give every page a group, and in print that alone would count as live transparency.
    """
    if any(_blends(content.resources) for content in drawn):
        return
    for content in drawn:
        content.stream.pop("/Group", None)


def _blends(resources: DictionaryObject) -> bool:
    """Whether anything in `resources` lets through what is below it (ISO 32000-1, 11)."""
    return any(_is_state_blending(state) for state in entries_of(resources, "/ExtGState")) or any(
        "/SMask" in image or str(look_up(image, "/SMaskInData") or 0) != "0"
        for image in entries_of(resources, "/XObject")
    )


def _is_state_blending(state: DictionaryObject) -> bool:
    mask, mode = look_up(state, "/SMask"), look_up(state, "/BM")
    modes = list(mode) if isinstance(mode, ArrayObject) else [mode]
    return (
        (mask is not None and str(mask) != "/None")
        or any(each is not None and str(each) not in _OPAQUE for each in modes)
        or any(_number(look_up(state, key)) != 1.0 for key in ("/ca", "/CA"))
    )


def _number(value: PdfObject | None) -> float:
    return 1.0 if value is None else float(value) if isinstance(value, float | int) else 0.0
