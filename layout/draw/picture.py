"""Takes converted pixels, gives the image XObject they are embedded as; places and converts nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from layout.draw.entries import Indirect, PdfEntry, PdfName, StreamEntry
from layout.images.pixels import FormPlace, Pixels
from layout.model.drawing import Part
from layout.model.layout import ArtworkItem, ImageItem

_DEVICE = {"rgb": "DeviceRGB", "cmyk": "DeviceCMYK", "grey": "DeviceGray"}
_COMPONENTS = {"rgb": 3, "cmyk": 4, "grey": 1}


SOURCE_KEY = "XXSzpaltaFile"
"""Where a picture or marked content says of which file it was made: a name that anyone may add to an
object and all programs pass over (ISO 32000-1, annex E, "third class"), PDF/X and PDF/A too."""


Shown = Union[Pixels, FormPlace]
ShownPictures = dict[Union[ImageItem, ArtworkItem, Part], Shown]
Pictures = Mapping[Union[ImageItem, ArtworkItem, Part], Shown]
"""What is shown in place of each picture of a layout."""

FORM_KEY = "XXSzpaltaForm"
"""Where an empty form says which page of a document stands in its place later."""


def describe_picture(pixels: Pixels | FormPlace, file: str = "") -> StreamEntry:
    """The image XObject of `pixels` (ISO 32000-1, 8.9.5), made of a content's `file`, or an empty form."""
    if isinstance(pixels, FormPlace):
        named = {"Type": PdfName("XObject"), "Subtype": PdfName("Form"), FORM_KEY: pixels.key}
        return StreamEntry({**named, "BBox": (0, 0, 1, 1)}, b"")
    components = _COMPONENTS[pixels.space]
    space: PdfEntry = PdfName(_DEVICE[pixels.space])
    if pixels.palette is not None:
        last = len(pixels.palette) // components - 1
        table = Indirect(StreamEntry({}, pixels.palette, packed=True))
        space = (PdfName("Indexed"), space, last, table)
    entries: dict[str, PdfEntry] = {
        "Type": PdfName("XObject"),
        "Subtype": PdfName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "BitsPerComponent": pixels.bits,
        "ColorSpace": space,
        "Filter": PdfName(f"{pixels.filter}Decode"),
    }
    if file:
        entries[SOURCE_KEY] = file
    if pixels.predictor > 1:
        entries["DecodeParms"] = {
            "Predictor": pixels.predictor,
            "Colors": 1 if pixels.palette is not None else components,
            "BitsPerComponent": pixels.bits,
            "Columns": pixels.width,
        }
    if pixels.inverted:
        entries["Decode"] = (1, 0) * components
    if pixels.mask is not None:
        # One bit says where the picture is not, more say how opaque it is (8.9.6.3, 11.6.5.3).
        mask = describe_picture(pixels.mask)
        if pixels.mask.bits == 1:
            bare = {key: value for key, value in mask.entries.items() if key != "ColorSpace"}
            mask = StreamEntry({**bare, "ImageMask": True}, mask.data, packed=True)
        entries["Mask" if pixels.mask.bits == 1 else "SMask"] = Indirect(mask)
    return StreamEntry(entries, pixels.data, packed=True)
