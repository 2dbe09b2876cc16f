"""Takes a colour space of a foreign PDF, gives whether it means light for sure: sRGB or grey."""

from __future__ import annotations

from pypdf.generic import ArrayObject, PdfObject, StreamObject

from layout.images.inks import is_srgb
from layout.pdfreading.opening import look_up

RGB, GREY = "rgb", "grey"

_MANAGED = {"/ICCBased": RGB, "/CalRGB": RGB, "/CalGray": GREY}


def light_of(space: PdfObject | None) -> str | None:
    """What a colour space means: sRGB, grey, or neither for sure."""
    if str(space) == "/DeviceRGB":
        return RGB
    if not isinstance(space, ArrayObject) or len(space) < 2 or str(space[0]) not in _MANAGED:
        return None
    if str(space[0]) != "/ICCBased":
        return _MANAGED[str(space[0])]
    profile = space[1].get_object()
    if not isinstance(profile, StreamObject):
        return None
    components = str(look_up(profile, "/N"))
    if components == "1":
        return GREY
    return RGB if components == "3" and is_srgb(profile.get_data()) else None
