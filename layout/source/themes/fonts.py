"""Takes fonts.yaml files and gives the catalogue of faces; never opens a font but to check its digest."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from layout.model.diagnostic import Rejected, Severity, Span
from layout.model.fonts import WEIGHTS, FontCatalogue, FontFace
from layout.model.records import Struct
from layout.pdfreading.bounded import open_regular
from layout.resources.places import fonts_folder
from layout.source.fields.files import InnerFile, read_yaml, refuse_outside
from layout.source.fields.scalars import Choice, Flag, Pattern, Schema, WordsField
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Node
from layout.source.nodes.reading import Reading, Refused

FaceKey = tuple[str, str, bool]


class _Face(Struct, frozen=True):
    """One face as written, before its family is known."""

    weight: str
    italic: bool
    file: str
    sha256: str
    where: Span


def _build_face(given: Given, where: Span, reading: Reading) -> _Face:
    return _Face(given["weight"], given["italic"], given["file"], given.get("sha256", ""), where)


FACE = Record(
    _build_face,
    {
        "weight": Field(
            Choice({weight: weight for weight in WEIGHTS}), "Weight, by which styles ask for it.", True
        ),
        "italic": Field(Flag(), "True for an italic face.", default=False),
        "file": Field(InnerFile(), "The TrueType or OpenType file, beside fonts.yaml.", True),
        "sha256": Field(Pattern("[0-9a-f]{64}", "bad-digest"), "Digest of the file, checked when given."),
    },
)


def _build_family(given: Given, where: Span, reading: Reading) -> tuple[str, tuple[_Face, ...]]:
    return given["licence"], given["faces"]


FAMILY = Record(
    _build_family,
    {
        "licence": Field(WordsField(200), "Name or file of the fonts' licence.", True),
        "source": Field(WordsField(300), "Where the files are from."),
        "faces": Field(ListOf(FACE), "The faces of the family.", True),
    },
)


class Families(Struct, frozen=True):
    """A fonts.yaml, each key a family; digests of content’s `own` files are compared with them."""

    own: bool = False

    def read(self, node: Node, reading: Reading) -> Mapping[FaceKey, FontFace]:
        if not isinstance(node, Entries):
            reading.refuse("expected-mapping", reading.span(node), keys="…")
        faces: dict[FaceKey, FontFace] = {}
        for family, value in node.values.items():
            try:
                licence, described = FAMILY.read(value, reading)
            except Refused:
                continue
            for face in described:
                path = reading.real_folder / face.file
                if self.own:
                    _check_digest(path, face.sha256, face.where, reading)
                key = f"{family} {face.weight}{' italic' if face.italic else ''}".lower().replace(" ", "-")
                faces[family, face.weight, face.italic] = FontFace(
                    key=key,
                    family=family,
                    weight=face.weight,
                    italic=face.italic,
                    path=str(path),
                    sha256=face.sha256,
                    licence=licence,
                    where=face.where if self.own else None,
                )
        return faces

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": FAMILY.schema()}


def _check_digest(path: Path, sha256: str, where: Span, reading: Reading) -> None:
    if not sha256:
        return
    with open_regular(path) as file:
        found = file_digest(file, "sha256").hexdigest()
    if found != sha256:
        reading.report("wrong-digest", where, file=path.name, found=found[:12])


def read_fonts(folder: Path | None = None) -> FontCatalogue:
    """The built-in faces, and those of `folder`/fonts/fonts.yaml if the content brings its own.

    Raises Rejected with every mistake of the content's file.
    """
    faces = dict(_read_families(Reading(folder=fonts_folder()), own=False))
    own = folder / "fonts" / "fonts.yaml" if folder else None
    if folder and own and own.exists():
        refuse_outside(own, folder)
        faces |= _read_families(Reading(folder=own.parent), own=True)
    return FontCatalogue(faces)


def _read_families(reading: Reading, own: bool) -> Mapping[FaceKey, FontFace]:
    node = read_yaml(reading.folder / "fonts.yaml", reading)
    faces: Mapping[FaceKey, FontFace] = {}
    if node:
        with suppress(Refused):
            faces = Families(own).read(node, reading)
    if any(mistake.severity is Severity.ERROR for mistake in reading.mistakes):
        raise Rejected(reading.mistakes)
    return faces
