"""Takes a draft of the content, gives what its pages would stumble over, pictures and signs; sets none."""

from __future__ import annotations

from collections.abc import Iterator

from layout.images.checks import inspect_pictures, inspect_pixels
from layout.lang.set_brochure import list_passages
from layout.model.diagnostic import Diagnostic, Severity
from layout.source.content import Draft
from layout.text.coverage import find_unshown
from layout.text.faces import Faces


def inspect_draft(draft: Draft) -> list[Diagnostic]:
    """What keeps pictures from being drawn; where pages will not be composed for it, also missing glyphs."""
    if draft.theme is None or draft.fonts is None:
        return []
    found = list(inspect_pictures(draft.sections, draft.folder, draft.theme.colours))
    if draft.mistaken or any(problem.severity is Severity.ERROR for problem in found):
        passages = list_passages(draft.sections, draft.languages, draft.typography)
        found += find_unshown(passages, draft.theme, Faces(draft.fonts))
    return found


def inspect_thoroughly(draft: Draft) -> Iterator[Diagnostic]:
    """What `inspect_draft` finds, and what only decoding a picture tells."""
    yield from inspect_draft(draft)
    yield from inspect_pixels(draft.sections, draft.folder)
