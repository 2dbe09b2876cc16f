"""Takes a print shop's YAML file, gives its PrinterProfile or every mistake in it; judges no PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from layout.model.diagnostic import Rejected, Severity, Span
from layout.model.products.printer import Exemption, PrinterMark, PrinterProfile, SpotPolicy, Standard
from layout.model.records import Struct
from layout.model.units import mm
from layout.model.values import Count, Listed
from layout.pdfreading.bounded import open_regular
from layout.resources.places import icc_folder, printers_folder
from layout.source.fields.files import read_yaml, shown_path
from layout.source.fields.scalars import (
    POINTS,
    Choice,
    Integer,
    Length,
    Number,
    Pattern,
    Schema,
    WordsField,
    take_scalar,
)
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.ink_profile import find_flaw
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.nodes.reading import Reading, Refused, nearest
from layout.source.themes.fields import SIZES

STANDARDS = {"X-4": Standard.X4, "X-1a": Standard.X1A}
NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""What a profile may be called by."""


class InkLimit(Struct, frozen=True):
    """A sum of tints as print shops write it, `300%` or `300`; given as parts of 1."""

    def read(self, node: Node, reading: Reading) -> float:
        scalar = take_scalar(node, reading, "expected-text")
        found = re.fullmatch(r"([0-9]{2,3}) ?%?", scalar.text)
        if not found or not 100 <= int(found[1]) <= 400:
            reading.refuse("printer-ink-limit", reading.span(node), value=scalar.text)
        return int(found[1]) / 100

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "pattern": r"^[1-4][0-9]{2} ?%?$"}


class StandardName:
    """A standard of print files; whoever writes `PDF/X-1a` is told the name that holds here."""

    def read(self, node: Node, reading: Reading) -> Standard:
        scalar = take_scalar(node, reading, "expected-text")
        if scalar.text not in STANDARDS:
            said = _letters(scalar.text)
            near = next((name for name in STANDARDS if _letters(name) in said), next(iter(STANDARDS)))
            choices = Listed(tuple(STANDARDS))
            reading.refuse(
                "unknown-choice", reading.span(node), value=scalar.text, nearest=near, choices=choices
            )
        return STANDARDS[scalar.text]

    def schema(self) -> Schema:
        return {"enum": list(STANDARDS)}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


class UnitLength(Struct, frozen=True):
    """A length with its unit; a bare number is refused, for print shops speak of mm as often as of pt."""

    length: Length

    def read(self, node: Node, reading: Reading) -> float:
        value = self.length.read(node, reading)
        if isinstance(node, Scalar) and value and not node.text.endswith(tuple(POINTS)):
            reading.refuse("printer-unit", reading.span(node), value=node.text)
        return value

    def schema(self) -> Schema:
        pattern = rf"^([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+) ?({'|'.join(POINTS)})|0)$"
        return {"type": ["string", "number"], "pattern": pattern}


def _length(most: float) -> UnitLength:
    return UnitLength(Length(0.0, most))


class ProfileFile(Struct, frozen=True):
    """An ICC profile: one of the program's own by its name, or a file beside the YAML file by its path.

    `usual` is the program's own that suits; with `converts` the profile must tell the inks of a colour.
    """

    usual: str
    converts: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        values = {"value": scalar.text, "nearest": self.usual}
        path = _find_profile(scalar.text, reading.folder)
        if path is None:
            reading.refuse("printer-icc", reading.span(node), **values)
        try:
            with open_regular(path) as file:
                flaw = find_flaw(file.read(_MOST_ICC + 1), self.converts)
        except OSError:
            flaw = "printer-icc-broken"
        if flaw:
            reading.refuse(flaw, reading.span(node), **values)
        return scalar.text if path.parent == icc_folder() else str(path)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"\.(icc|icm)$"}


_MOST_ICC = 8_000_000
"""Bytes read of an ICC file; one that goes on is not whole."""


def _find_profile(name: str, folder: Path) -> Path | None:
    """The file beside the YAML file, or else the program's own."""
    try:
        inside = (folder / name).resolve()
        if inside.is_relative_to(folder.resolve()) and inside.is_file():
            return inside
        own = icc_folder() / name
        return own if own.parent == icc_folder() and own.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


class TrimSize:
    """The finished page: a size with a name, or `[width, height]` with their units; given in points."""

    def read(self, node: Node, reading: Reading) -> tuple[float, float]:
        if isinstance(node, Items):
            width, height = ListOf(UnitLength(Length(mm(50), mm(900))), 2, 2).read(node, reading)
            return width, height
        return Choice(SIZES, "unknown-page-size").read(node, reading)

    def schema(self) -> Schema:
        sides = ListOf(UnitLength(Length(mm(50), mm(900))), 2, 2).schema()
        return {"anyOf": [{"enum": list(SIZES)}, sides]}


_SPOT_WORDS = Choice({"refused": SpotPolicy.REFUSED, "allowed": SpotPolicy.ALLOWED})
_SPOT_NAMES = ListOf(WordsField(60), most=32)


class Spots(Struct, frozen=True):
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
        "reason": Field(WordsField(300), "Why it does not count; printed in the report.", True),
        "pages": Field(ListOf(Integer(1, 100_000)), "The pages it is for; all if left out."),
    },
)

_USUAL = PrinterProfile()
_MARK = Choice({mark.value: mark for mark in PrinterMark})
_FIELDS = {
    "shop": Field(WordsField(200), "The contractor's name, as people say it."),
    "standard": Field(StandardName(), "The standard the shop takes."),
    "condition": Field(WordsField(80), "The printing condition, as the registry names it (FOGRA39)."),
    "icc": Field(ProfileFile(_USUAL.icc), "The condition's ICC profile, embedded as output intent."),
    "separation-icc": Field(
        ProfileFile(_USUAL.separation_icc, converts=True),
        "The ICC profile that RGB pictures are converted with.",
    ),
    "trim": Field(TrimSize(), "The size of the finished page: A5, or [148mm, 210mm]; any if left out."),
    "bleed": Field(_length(mm(20)), "How far art goes on beyond the trim."),
    "safe-zone": Field(_length(mm(40)), "How far text keeps from the trim."),
    "marks": Field(ListOf(_MARK, least=0, most=5), "The marks outside the bleed; an empty list for none."),
    "mark-offset": Field(_length(mm(20)), "From the trim to the nearest mark."),
    "ink-limit": Field(InkLimit(), "The most ink in one place."),
    "minimum-line": Field(_length(5.0), "The thinnest line."),
    "minimum-text": Field(_length(24.0), "The smallest text."),
    "one-ink-text": Field(_length(100.0), "The size below which text is printed in one ink."),
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
    profile = PrinterProfile(name=Path(reading.file).stem, **values)
    if profile.minimum_ppi > profile.ppi:
        reading.refuse(
            "printer-ppi", where, least=Count(round(profile.minimum_ppi)), wanted=Count(round(profile.ppi))
        )
    return profile


def _check_condition(given: Given, node: Entries, reading: Reading) -> bool:
    """Another printing condition than the usual needs profiles of its own; reported where it is named."""
    condition = given.get("condition", _USUAL.condition)
    if condition == _USUAL.condition:
        return True
    usual = {"icc": _USUAL.icc, "separation-icc": _USUAL.separation_icc}
    lacking = [
        key
        for key, file in usual.items()
        if Path(given.get(key, "" if key in node.values else file)).name in usual.values()
    ]
    if lacking:
        where, choices = reading.span(node.values["condition"]), Listed(tuple(lacking))
        reading.report("printer-condition", where, value=condition, usual=_USUAL.condition, choices=choices)
    return not lacking


RECORD = Record(_build, _FIELDS, check=_check_condition)
"""The keys of a printer's profile."""


def read_printer(printer: str | Path) -> PrinterProfile:
    """The profile that a path (anything ending in .yaml) or the name of a built-in one stands for.

    Every key may be left out: an empty file is a profile too. Raises Rejected with every mistake in the
    file, or where there is none of that name.
    """
    path = Path(printer) if is_printer_file(printer) else _find_built_in(str(printer))
    reading = Reading(folder=path.parent)
    node = read_yaml(path, reading)
    if [mistake.code for mistake in reading.mistakes] == ["empty-file"]:
        return PrinterProfile(name=path.stem)
    try:
        profile = RECORD.read(node, reading) if node is not None else None
    except Refused:
        profile = None
    if profile is None or any(mistake.severity is Severity.ERROR for mistake in reading.mistakes):
        raise Rejected(reading.mistakes)
    return profile


def is_printer_file(printer: str | Path) -> bool:
    """Whether a path is meant, and not the name of a built-in profile."""
    return Path(printer).suffix.lower() in (".yaml", ".yml")


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
    where = Span(shown_path(Path(name)))
    raise Rejected.at_once("printer-unknown", where, value=name[:60], nearest=near, choices=Listed(known))
