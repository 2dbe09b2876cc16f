"""The records about pictures made of pixels: what a file is, what is wanted of it, what came of it."""

from __future__ import annotations

from typing import Literal

from layout.model.colour import WHITE, Colour
from layout.model.content.looks import PLAIN, PictureLook
from layout.model.records import Struct
from layout.resources.places import icc_folder

Space = Literal["rgb", "cmyk", "grey"]
Crop = tuple[float, float, float, float]

WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)

INK_PROFILE = str(icc_folder() / "FOGRA39L_ink300.icc")
"""FOGRA39 with inks limited to 300 %: what colours are converted to."""
INK_LIMIT = 3.0
"""What `INK_PROFILE` keeps by itself."""
INTENT_PROFILE = str(icc_folder() / "FOGRA39L_coated.icc")
"""FOGRA39 as embedded in the output intent: what untagged CMYK is taken for."""


class RasterInfo(Struct, frozen=True, kw_only=True):
    """What a picture file says of itself, with its EXIF orientation already applied.

    `width` and `height` are pixels as they stand on the page, `ppi` the file's own wish (None if it
    has none), `bits` those of one channel, `mode` Pillow's name of the stored colour model.
    """

    kind: str
    width: int
    height: int
    mode: str
    bits: int
    ppi: float | None
    has_alpha: bool
    has_profile: bool
    orientation: int = 1
    frames: int = 1
    """Pictures in the file, of which the first counts."""
    layered: bool = False
    """Whether it has layers beside the picture they make, which alone counts."""
    inverted: bool | None = None
    """Whether a CMYK JPEG that does not say it was taken for inverted inks by its looks."""

    @property
    def aspect(self) -> float:
        """Width by height."""
        return self.width / self.height


class SheetInfo(Struct, frozen=True):
    """A page of a document as a picture: its size in points, upright, and how many pages there are."""

    width: float
    height: float
    pages: int


class Target(Struct, frozen=True, kw_only=True):
    """What an edition wants of one placed picture.

    `width` and `height` (points) are the size of the cropped picture on the page; `crop` is the part
    of the upright picture that is shown, left, top, right, bottom as 0…1. Colours become `space`, but
    grey pictures stay grey. Transparent parts show `page`. Pixels are made fewer only above 1.5 × `ppi`.
    `quality` is JPEG's (1…95). `inks` and `intent` are ICC files: the conversion's goal, and the
    condition the product declares. Converted pixels have at most `ink_limit` of all inks (parts of 1).
    `look` is how their author wants them.
    """

    space: Space
    width: float
    height: float
    ppi: float
    crop: Crop = WHOLE
    page: Colour = WHITE
    quality: int = 85
    inks: str = INK_PROFILE
    intent: str = INTENT_PROFILE
    ink_limit: float = INK_LIMIT
    look: PictureLook = PLAIN


class Pixels(Struct, frozen=True, kw_only=True):
    """A picture as a PDF image XObject wants it (ISO 32000-1, 8.9.5).

    `space` is the device space of the samples (`bits` each), or of `palette` when that is set: then
    samples are indices into it (Indexed, 8.6.6.3). `data` is compressed by `filter`; `predictor` 15
    asks for DecodeParms with the same Colors, BitsPerComponent and Columns (7.4.4.4). `inverted`
    asks for a Decode array of [1 0] for every component (CMYK as Photoshop stores it). `whole` pixels are
    the file's own, of which only the wanted part may be shown. A `mask` says where they are seen: grey how
    opaque they are (11.6.5.3), of one bit where they are not there at all (8.9.6.3).
    """

    width: int
    height: int
    space: Space
    bits: int
    data: bytes
    filter: Literal["DCT", "Flate"]
    inverted: bool = False
    predictor: int = 1
    palette: bytes | None = None
    whole: bool = False
    mask: Pixels | None = None


class FormPlace(Struct, frozen=True):
    """Where a page of a document is put into a drawn file, by its `key`, once the file is finished."""

    key: str
    whole: bool = True


def centred_crop(info: RasterInfo, width: float, height: float) -> Crop:
    """The largest part of a picture, from its middle, that has the proportions `width` : `height`."""
    wanted = width / height
    if info.aspect > wanted:
        rest = (1 - wanted / info.aspect) / 2
        return (rest, 0.0, 1 - rest, 1.0)
    rest = (1 - info.aspect / wanted) / 2
    return (0.0, rest, 1.0, 1 - rest)


def effective_ppi(info: RasterInfo, width: float, height: float, crop: Crop = WHOLE) -> float:
    """Pixels per inch of a picture placed at `width` × `height` points; the poorer of both directions."""
    across = info.width * (crop[2] - crop[0]) / (width / 72)
    down = info.height * (crop[3] - crop[1]) / (height / 72)
    return min(across, down)
