"""Takes a publicity profile's file, gives the programme's rules or every mistake in it; judges no PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from layout.model.diagnostic import Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.products.publicity import (
    RULES,
    Phrases,
    PublicityDemand,
    PublicityProfile,
    PublicityWish,
)
from layout.model.units import mm
from layout.model.values import Listed
from layout.resources.places import publicity_folder
from layout.source.fields.files import InnerFile, read_yaml, shown_path
from layout.source.fields.scalars import (
    Choice,
    DayField,
    Flag,
    Length,
    Number,
    Pattern,
    Schema,
    WordsField,
    take_scalar,
)
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Node, Scalar
from layout.source.nodes.reading import Reading, Refused, nearest

NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""What a profile may be called by."""

_GRADE = Choice({grade.value: grade for grade in Severity})
_PARTS = Number(0.0, 10.0)
_LENGTH = Length(0.0, mm(100))
_BOUNDS: dict[str, dict[str, Field]] = {
    "emblem-height": {"least": Field(_LENGTH, "The least height of the emblem.", True)},
    "statement-beside": {"most": Field(_PARTS, "The widest gap, in heights of the emblem.", True)},
    "statement-size": {
        "least": Field(_PARTS, "The least height of capitals, in heights of the emblem.", True),
        "most": Field(_PARTS, "The greatest height of capitals, in heights of the emblem.", True),
    },
    "programme-logo-space": {
        "least": Field(_PARTS, "What keeps free round the logo, in heights of the emblem.", True)
    },
}
"""What rules that measure are bounded by."""


def _build_demand(given: Given, where: Span, reading: Reading) -> PublicityDemand:
    return PublicityDemand(
        grade=given["grade"],
        source=given["source"],
        checked=given["checked"],
        least=given.get("least", 0.0),
        most=given.get("most", 0.0),
    )


def _demand(rule: str) -> Record[PublicityDemand]:
    return Record(
        _build_demand,
        {
            "grade": Field(_GRADE, "error: certain; warning: to look at; note: to ask a person.", True),
            "source": Field(WordsField(300), "Where the rule stands.", True),
            "checked": Field(DayField(), "The day on which the source was last read.", True),
            **_BOUNDS.get(rule, {}),
        },
    )


_DEMANDS: Record[dict[str, PublicityDemand]] = Record(
    lambda given, where, reading: dict(given),
    {rule: Field(_demand(rule), f"The rule publicity-{rule}.") for rule in RULES},
)


class PhrasesField:
    """Phrases of words; the last letters of a word may be left open with `*`."""

    def read(self, node: Node, reading: Reading) -> tuple[str, ...]:
        phrases = _PHRASES.read(node, reading)
        for phrase in phrases:
            if not re.fullmatch(r"(?:[^\s*]+\*? ?)+", phrase) or len(phrase.split()) > 20:
                reading.refuse("publicity-phrase", reading.span(node), value=phrase[:80])
        return phrases

    def schema(self) -> Schema:
        return _PHRASES.schema()


_PHRASES = ListOf(WordsField(200), most=32)
_BY_LANGUAGE: Record[Phrases] = Record(
    lambda given, where, reading: dict(given),
    {language: Field(PhrasesField(), "Phrases of which one is enough.") for language in PAIR},
)
_RULE = Choice({rule: rule for rule in RULES})
_FIELDS = {
    "base": Field(Pattern(NAME, "publicity-base"), "A built-in profile that is changed here."),
    "programme": Field(WordsField(200), "The programme's name."),
    "period": Field(WordsField(20), "The programming period, such as 2021–2027."),
    "rules": Field(_DEMANDS, "The rules that hold, with their sources."),
    "without": Field(ListOf(_RULE), "Rules of the base that do not hold."),
    "statement": Field(_BY_LANGUAGE, "The words beside the emblem, by language."),
    "fund": Field(_BY_LANGUAGE, "The fund's name, by language."),
    "emblem-words": Field(_BY_LANGUAGE, "What the emblem's alternative text says, by language."),
    "other-period": Field(PhrasesField(), "Words that belong to another period."),
    "faces": Field(ListOf(WordsField(60), most=64), "The faces that the statement may be set in."),
    "logo-files": Field(ListOf(InnerFile(), most=16), "The programme's logo, one file a form of it."),
    "logo-sha256": Field(
        ListOf(Pattern(r"[0-9a-f]{64}", "bad-digest"), most=64), "SHA-256 of the programme's own files."
    ),
    "small-object": Field(ListOf(_RULE), "Rules that do not hold for a small object."),
}
_RENAMED = {
    "other-period": "foreign",
    "logo-sha256": "logo_digests",
}


def _build(given: Given, where: Span, reading: Reading) -> PublicityProfile:
    name = Path(reading.file).stem
    base = _read_base(given, where, reading)
    values: dict[str, Any] = {"programme": name, "period": "–"}
    if base is not None:
        values |= {key: getattr(base, key) for key in _INHERITED}
    values |= {
        _RENAMED.get(key, key.replace("-", "_")): value
        for key, value in given.items()
        if key in _FIELDS and key not in _NOT_KEPT
    }
    if "logo-files" in given:
        values["logo_files"] = tuple(str(reading.folder / file) for file in given["logo-files"])
    demands = {**(base.demands if base else {}), **given.get("rules", {})}
    left_out = given.get("without", ())
    kept = {rule: demands[rule] for rule in RULES if rule in demands and rule not in left_out}
    return PublicityProfile(**{**values, "name": name, "demands": kept})


_NOT_KEPT = ("base", "rules", "without")
_INHERITED = tuple(one for one in PublicityProfile.__struct_fields__ if one not in ("name", "demands"))


def _read_base(given: Given, where: Span, reading: Reading) -> PublicityProfile | None:
    if "base" not in given:
        return None
    name = given["base"]
    known = publicity_names()
    if name not in known:
        near = nearest(name, known) or known[0]
        reading.refuse("unknown-choice", where, value=name, nearest=near, choices=Listed(known))
    return read_publicity(name)


RECORD = Record(_build, _FIELDS)
"""The keys of a publicity profile."""


def read_publicity(named: str | Path) -> PublicityProfile:
    """The profile that a path (anything ending in .yaml) or the name of a built-in one stands for.

    Raises Rejected with every mistake in the file, or where there is none of that name.
    """
    path = Path(named) if is_publicity_file(named) else _find_built_in(str(named))
    reading = Reading(folder=path.parent)
    node = read_yaml(path, reading)
    try:
        profile = RECORD.read(node, reading) if node is not None else None
    except Refused:
        profile = None
    if profile is None or any(mistake.severity is Severity.ERROR for mistake in reading.mistakes):
        raise Rejected(reading.mistakes)
    return profile


def is_publicity_file(named: str | Path) -> bool:
    """Whether a path is meant, and not the name of a built-in profile."""
    return Path(named).suffix.lower() in (".yaml", ".yml")


def publicity_names() -> tuple[str, ...]:
    """The names of the built-in profiles."""
    return tuple(path.stem for path in sorted(publicity_folder().glob("*.yaml")))


def _find_built_in(name: str) -> Path:
    known = publicity_names()
    if name in known:
        return publicity_folder() / f"{name}.yaml"
    near = nearest(name, known) or known[0]
    where = Span(shown_path(Path(name)))
    raise Rejected.at_once("publicity-unknown", where, value=name[:60], nearest=near, choices=Listed(known))


class ProfileName:
    """The name of a built-in profile, or a profile's file inside the content folder."""

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        if is_publicity_file(scalar.text):
            return str(reading.folder / InnerFile().read(node, reading))
        known = publicity_names()
        if scalar.text not in known:
            near = nearest(scalar.text, known) or known[0]
            values = {"value": scalar.text[:60], "nearest": near}
            reading.refuse("publicity-unknown", reading.span(node), choices=Listed(known), **values)
        return scalar.text

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


_WISH = Record(
    lambda given, where, reading: PublicityWish(given["profile"], given["small-object"], where),
    {
        "profile": Field(ProfileName(), "The programme's profile, by name or file.", True),
        "small-object": Field(
            Flag(), "Whether the rules for small objects hold, where the profile has any.", default=False
        ),
    },
)


class WishReader:
    """A publicity profile by name or file, or with what is chosen of it."""

    def read(self, node: Node, reading: Reading) -> PublicityWish:
        if isinstance(node, Scalar):
            return PublicityWish(ProfileName().read(node, reading), False, reading.span(node))
        return _WISH.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [ProfileName().schema(), _WISH.schema()]}
