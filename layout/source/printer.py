"""Takes a print shop's YAML file, gives its PrinterProfile or every mistake in it; judges no PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.printer import Exemption, PrinterMark, PrinterProfile, SpotPolicy, Standard
from layout.model.units import mm
from layout.resources.places import icc_folder, printers_folder
from layout.source.fields import Field, Given, ListOf, Record
from layout.source.files import read_yaml, shown_path
from layout.source.nodes import Items, Node
from layout.source.reading import Reading, Refused, nearest
from layout.source.scalars import Choice, Integer, Length, Number, Pattern, Schema, Words, take_scalar

STANDARDS = {"X-4": Standard.X4, "X-1a": Standard.X1A}
NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""What a profile may be called by."""


@dataclass(frozen=True, slots=True)
class InkLimit:
    """A sum of tints as print shops write it, `300%` or `300`; given as parts of 1."""

    def read(self, node: Node, reading: Reading) -> float:
        scalar = take_scalar(node, reading, "expected-text")
        found = re.fullmatch(r"([0-9]{2,3}) ?%?", scalar.text)
        if not found or not 100 <= int(found[1]) <= 400:
            reading.refuse("printer-ink-limit", reading.span(node), value=scalar.text)
        return int(found[1]) / 100

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "pattern": r"^[1-4][0-9]{2} ?%?$"}


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """An ICC profile: one of the program's own by its name, or a file beside the YAML file by its path."""

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        inside = (reading.folder / scalar.text).resolve()
        own = inside.is_relative_to(reading.folder.resolve()) and inside.is_file()
        if not own and not (icc_folder() / Path(scalar.text).name).is_file():
            near = nearest(scalar.text, _names(icc_folder().glob("*.icc"))) or "FOGRA39L_coated.icc"
            reading.refuse("printer-icc", reading.span(node), value=scalar.text, nearest=near)
        return str(inside) if own else scalar.text

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"\.(icc|icm)$"}


_SPOT_WORDS = Choice({"refused": SpotPolicy.REFUSED, "allowed": SpotPolicy.ALLOWED})
_SPOT_NAMES = ListOf(Words(60), most=32)


@dataclass(frozen=True, slots=True)
class Spots:
    """`refused`, `allowed`, or the list of the inks that are; given as policy and names."""

    def read(self, node: Node, reading: Reading) -> tuple[SpotPolicy, tuple[str, ...]]:
        if isinstance(node, Items):
            return SpotPolicy.LISTED, _SPOT_NAMES.read(node, reading)
        return _SPOT_WORDS.read(node, reading), ()

    def schema(self) -> Schema:
        return {"anyOf": [_SPOT_WORDS.schema(), _SPOT_NAMES.schema()]}


def _build_exemption(given: Given, where: Span, reading: Reading) -> Exemption:
    return Exemption(given["rule"], given["reason"], given.get("pages", ()))


_EXEMPTION = Record(
    _build_exemption,
    {
        "rule": Field(Pattern(r"[a-z][a-z-]+", "printer-rule"), "The rule's name, as reports give it.", True),
        "reason": Field(Words(300), "Why it does not count; printed in the report.", True),
        "pages": Field(ListOf(Integer(1, 100_000)), "The pages it is for; all if left out."),
    },
)

_MARK = Choice({mark.value: mark for mark in PrinterMark})
_FIELDS = {
    "shop": Field(Words(200), "The contractor's name, as people say it."),
    "standard": Field(Choice(STANDARDS), "The standard the shop takes."),
    "condition": Field(Words(80), "The printing condition, as the registry names it (FOGRA39)."),
    "icc": Field(ProfileFile(), "The condition's ICC profile, embedded as output intent."),
    "separation-icc": Field(ProfileFile(), "The ICC profile that RGB pictures are converted with."),
    "bleed": Field(Length(0.0, mm(20)), "How far art goes on beyond the trim."),
    "safe-zone": Field(Length(0.0, mm(40)), "How far text keeps from the trim."),
    "marks": Field(ListOf(_MARK, least=0, most=5), "The marks outside the bleed; an empty list for none."),
    "mark-offset": Field(Length(0.0, mm(20)), "From the trim to the nearest mark."),
    "ink-limit": Field(InkLimit(), "The most ink in one place."),
    "minimum-line": Field(Length(0.0, 5.0), "The thinnest line."),
    "minimum-text": Field(Length(0.0, 24.0), "The smallest text."),
    "one-ink-text": Field(Length(0.0, 100.0), "The size below which text is printed in one ink."),
    "ppi": Field(Number(36, 4800), "Wanted resolution of images; less is a warning."),
    "minimum-ppi": Field(Number(36, 4800), "Least resolution of images; less is an error."),
    "bitmap-ppi": Field(Number(36, 9600), "Wanted resolution of images of one bit."),
    "spots": Field(Spots(), "Spot inks: refused, allowed, or a list of names."),
    "page-multiple": Field(Integer(1, 64), "What the number of pages must be a multiple of."),
    "exempt": Field(ListOf(_EXEMPTION, most=100), "Rules that this shop does not hold against a file."),
}
"""Key -> how it is read."""

_RENAMED = {"exempt": "exemptions"}


def _build(given: Given, where: Span, reading: Reading) -> PrinterProfile:
    values: dict[str, Any] = {
        _RENAMED.get(key, key).replace("-", "_"): value for key, value in given.items() if key in _FIELDS
    }
    if "spots" in values:
        values["spots"], values["spot_names"] = values["spots"]
    if "marks" in values:
        values["marks"] = frozenset(values["marks"])
    profile = PrinterProfile(Path(reading.file).stem, **values)
    if profile.minimum_ppi > profile.ppi:
        reading.refuse("printer-ppi", where, least=f"{profile.minimum_ppi:g}", wanted=f"{profile.ppi:g}")
    return profile


RECORD = Record(_build, _FIELDS)
"""The keys of a printer's profile."""


def read_printer(printer: str | Path) -> PrinterProfile:
    """The profile that a path (anything ending in .yaml) or the name of a built-in one stands for.

    Raises Rejected with every mistake in the file, or where there is none of that name.
    """
    path = Path(printer)
    if path.suffix.lower() not in (".yaml", ".yml"):
        path = _find_built_in(str(printer))
    reading = Reading(path.parent)
    node = read_yaml(path, reading)
    try:
        profile = RECORD.read(node, reading) if node is not None else None
    except Refused:
        profile = None
    if profile is None or any(mistake.severity is Severity.ERROR for mistake in reading.mistakes):
        raise Rejected(reading.mistakes)
    return profile


def printer_names() -> tuple[str, ...]:
    """The names of the built-in profiles."""
    return tuple(_names(sorted(printers_folder().glob("*.yaml")), stems=True))


def _names(paths: Iterable[Path], stems: bool = False) -> list[str]:
    return [path.stem if stems else path.name for path in paths]


def _find_built_in(name: str) -> Path:
    known = printer_names()
    if re.fullmatch(NAME, name) and name in known:
        return printers_folder() / f"{name}.yaml"
    near = nearest(name, known) or known[0]
    values = {"value": name[:60], "nearest": near, "choices": ", ".join(known)}
    raise Rejected([Diagnostic("printer-unknown", Span(shown_path(Path(name))), values)])
