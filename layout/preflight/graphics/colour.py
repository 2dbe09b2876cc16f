"""Takes colour space objects and components, gives which inks they print and how much; never converts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layout.model.records import Struct
from layout.preflight.graphics.functions import Function, fingerprint, read_function
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget

CYAN, MAGENTA, YELLOW, BLACK = PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

Inks = tuple[tuple[str, float], ...]
"""Ink names with tints 0…1, inks of no tint left out."""


Seen = tuple[float, float, float]
"""Levels of red, green and blue from 0 to 1, as sRGB has them."""


class Space(Struct, frozen=True, kw_only=True):
    """A colour space as used; `family` is its PDF name, `profile` an ICC profile's own space (`RGB `)."""

    family: str
    components: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    """The alternate of an ink or a profile, the base of an indexed space or an uncoloured pattern."""
    profile: str = ""
    stream: int = 0
    """Object number of an ICC profile's stream."""
    transform: str = ""
    """A fingerprint of the tint transform, to compare two spaces of one ink."""
    tint: Function | None = None
    palette: bytes = b""

    @property
    def _asked(self) -> tuple[object, ...]:
        return (
            self.family,
            self.components,
            self.names,
            self.base,
            self.profile,
            self.stream,
            self.transform,
        )

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same; `tint` and `palette` are not asked."""
        return isinstance(other, Space) and self._asked == other._asked

    def __hash__(self) -> int:
        return hash(self._asked)

    @property
    def chain(self) -> tuple[Space, ...]:
        """This space and all it rests on."""
        return (self, *(self.base.chain if self.base else ()))


GRAY = Space(family="DeviceGray", components=1)
RGB = Space(family="DeviceRGB", components=3)
CMYK = Space(family="DeviceCMYK", components=4)
PATTERN = Space(family="Pattern", components=0)
UNKNOWN = Space(family="unknown", components=0)

DEVICE = {
    "DeviceGray": GRAY,
    "G": GRAY,
    "DeviceRGB": RGB,
    "RGB": RGB,
    "DeviceCMYK": CMYK,
    "CMYK": CMYK,
    "Pattern": PATTERN,
}

DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}
"""What resources say is meant by a device's colours (ISO 32000-1, 8.6.5.6)."""

_CALIBRATED = {"CalGray": 1, "CalRGB": 3, "Lab": 3, "CalCMYK": 4}
_BY_COUNT = {1: GRAY, 3: RGB, 4: CMYK}
MAX_NAMES = 32


def read_space(value: object, named: Mapping[str, object], budget: Budget, depth: int = 0) -> Space:
    """The space that a name or an array describes; `named` is the resources' ColorSpace dictionary."""
    if depth > 6:
        return UNKNOWN
    found = pdf.resolve(value)
    short = pdf.name(found)
    if short:
        if short in DEVICE:
            meant = named.get(DEFAULTS.get(short, ""))
            return DEVICE[short] if meant is None else read_space(meant, {}, budget, depth + 1)
        again = named.get(f"/{short}")
        return read_space(again, {}, budget, depth + 1) if again is not None else UNKNOWN
    parts = pdf.array(found)
    family = pdf.name(parts[0]) if parts else ""
    if family in DEVICE and (family != "Pattern" or len(parts) == 1):
        return DEVICE[family]
    if family in _CALIBRATED:
        return Space(family=family, components=_CALIBRATED[family])
    reader = _READERS.get(family)
    return reader(parts, named, budget, depth) if reader and len(parts) > 1 else UNKNOWN


def _read_icc(parts: pdf.Array, named: Mapping[str, object], budget: Budget, depth: int) -> Space:
    stream = pdf.stream(parts[1])
    if stream is None:
        return UNKNOWN
    count = pdf.integer(pdf.entry(stream, "N"))
    alternate = pdf.entry(stream, "Alternate")
    base = read_space(alternate, named, budget, depth + 1) if alternate is not None else None
    data = pdf.decode(stream, budget) or b""
    signature = data[16:20].decode("latin-1") if len(data) >= 128 else ""
    return Space(
        family="ICCBased", components=count, base=base, profile=signature, stream=pdf.object_number(parts[1])
    )


def _read_indexed(parts: pdf.Array, named: Mapping[str, object], budget: Budget, depth: int) -> Space:
    if len(parts) < 4:
        return UNKNOWN
    base = read_space(parts[1], named, budget, depth + 1)
    table = pdf.stream(parts[3])
    palette = (pdf.decode(table, budget, 1 << 16) or b"") if table is not None else pdf.octets(parts[3])
    return Space(family="Indexed", components=1, base=base, palette=palette[: 256 * max(base.components, 1)])


def _read_separation(parts: pdf.Array, named: Mapping[str, object], budget: Budget, depth: int) -> Space:
    return _read_inks((pdf.name(parts[1]),), "Separation", parts, named, (budget, depth))


def _read_device_n(parts: pdf.Array, named: Mapping[str, object], budget: Budget, depth: int) -> Space:
    names = tuple(pdf.name(item) for item in pdf.array(parts[1])[:MAX_NAMES])
    return _read_inks(names, "DeviceN", parts, named, (budget, depth))


def _read_inks(
    names: tuple[str, ...],
    family: str,
    parts: pdf.Array,
    named: Mapping[str, object],
    cost: tuple[Budget, int],
) -> Space:
    if len(parts) < 4 or not all(names):
        return Space(family=family, components=len(names), names=names)
    budget, depth = cost
    base = read_space(parts[2], named, budget, depth + 1)
    tint = read_function(parts[3], budget)
    return Space(
        family=family, components=len(names), names=names, base=base, transform=fingerprint(tint), tint=tint
    )


def _read_pattern(parts: pdf.Array, named: Mapping[str, object], budget: Budget, depth: int) -> Space:
    return Space(family="Pattern", components=0, base=read_space(parts[1], named, budget, depth + 1))


_READERS = {
    "ICCBased": _read_icc,
    "Indexed": _read_indexed,
    "I": _read_indexed,
    "Separation": _read_separation,
    "DeviceN": _read_device_n,
    "Pattern": _read_pattern,
}


def initial(space: Space) -> tuple[float, ...]:
    """The components a space starts with (ISO 32000-1, 8.6.5.1 and 8.6.6)."""
    if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.components == 4):
        return (0.0, 0.0, 0.0, 1.0)
    if space.family in ("Separation", "DeviceN"):
        return (1.0,) * space.components
    return (0.0,) * min(space.components, MAX_NAMES)


def is_white(space: Space, components: Sequence[float]) -> bool:
    """True where the colour leaves the paper as it is, in whatever space."""
    if space.family in ("DeviceRGB", "CalRGB", "DeviceGray", "CalGray") or space.profile in ("RGB ", "GRAY"):
        return bool(components) and min(components) >= 0.999
    return measure_inks(space, components) == ()


def measure_inks(space: Space, components: Sequence[float]) -> Inks | None:
    """The inks a colour prints; None where it depends on a conversion that happens elsewhere (RGB, Lab)."""
    reader = _INKS.get(space.family)
    if reader is None or len(components) < space.components:
        return None
    return reader(space, components)


def _tints(names: Sequence[str], values: Sequence[float]) -> Inks:
    held = ((name, min(max(value, 0.0), 1.0)) for name, value in zip(names, values, strict=False))
    return tuple((name, value) for name, value in held if value > 0.0005)


def _gray_inks(space: Space, components: Sequence[float]) -> Inks:
    return _tints((BLACK,), (1.0 - components[0],))


def _cmyk_inks(space: Space, components: Sequence[float]) -> Inks:
    return _tints(PROCESS, components)


def _profile_inks(space: Space, components: Sequence[float]) -> Inks | None:
    known = {("CMYK", 4): _cmyk_inks, ("GRAY", 1): _gray_inks}.get((space.profile, space.components))
    return known(space, components) if known else None


def _named_inks(space: Space, components: Sequence[float]) -> Inks:
    if space.names == ("All",):
        return _tints(PROCESS, (components[0],) * 4)
    kept = [(n, v) for n, v in zip(space.names, components, strict=False) if n != "None"]
    return _tints([n for n, _ in kept], [v for _, v in kept])


def _indexed_inks(space: Space, components: Sequence[float]) -> Inks | None:
    base = space.base
    if base is None or not base.components:
        return None
    start = max(int(components[0]), 0) * base.components
    entry = space.palette[start : start + base.components]
    return measure_inks(base, [byte / 255 for byte in entry])


_INKS = {
    "DeviceGray": _gray_inks,
    "DeviceCMYK": _cmyk_inks,
    "ICCBased": _profile_inks,
    "Separation": _named_inks,
    "DeviceN": _named_inks,
    "Indexed": _indexed_inks,
}


def palette_inks(space: Space) -> list[Inks | None]:
    """The inks of every entry of an indexed space."""
    width = space.base.components if space.base else 0
    count = len(space.palette) // width if width else 0
    return [measure_inks(space, (index,)) for index in range(min(count, 256))]


def total(inks: Inks) -> float:
    """The sum of all tints; 3.0 is 300 %."""
    return sum(tint for _, tint in inks)


_LEVELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3}


def seen_colour(space: Space, components: tuple[float, ...]) -> Seen | None:
    """What a screen shows of a colour; None for inks, which need a profile, but black alone."""
    count = (
        {"RGB ": 3, "GRAY": 1}.get(space.profile) if space.family == "ICCBased" else _LEVELS.get(space.family)
    )
    levels = tuple(min(1.0, max(0.0, level)) for level in components)
    if count == len(levels) == 3:
        return (levels[0], levels[1], levels[2])
    if count == len(levels) == 1:
        return (levels[0],) * 3
    if space.family == "DeviceCMYK" and len(levels) == 4 and not any(levels[:3]):
        return (1 - levels[3],) * 3
    return None
