"""Takes the participants of a section file and gives delegations of people; sorts nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.blocks.people import Delegation, Participants, Person
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Span
from layout.model.records import replace
from layout.source.fields.foreign import mark_foreign
from layout.source.fields.passages import SHARED_PROSE, TITLE_PAIR
from layout.source.fields.scalars import WordsField
from layout.source.fields.tables import LANGUAGE, Field, Given, ListOf, Record, WholeList
from layout.source.nodes.reading import Reading

_NAME = WordsField(80)


def _build_person(given: Given, where: Span, reading: Reading) -> Person:
    name = Prose(tuple(_name_runs(given)), where)
    sides = (name if language in reading.sides else None for language in reading.languages)
    return Person(
        where=where,
        surname=given["surname"],
        given=given["given"],
        name=Pair(*sides),
        role=given.get("role"),
        organisation=given.get("organisation"),
    )


def _name_runs(given: Given) -> Iterator[Run]:
    """Title, given names, surname, degree; the surname, by which people are sorted, stands out."""
    yield Run("".join(f"{given[key]} " for key in ("title", "given") if key in given))
    yield Run(given["surname"], RunStyle(strong=True))
    if "degree" in given:
        yield Run(f", {given['degree']}")


def _build_delegation(given: Given, where: Span, reading: Reading) -> Delegation:
    language = given.get("language", reading.languages[0])
    people: tuple[Person, ...] = given["people"]
    _warn_of_doubles(people, reading)
    return Delegation(
        given["delegation"], language, tuple(_named_in(person, language, reading) for person in people)
    )


def _named_in(person: Person, language: str, reading: Reading) -> Person:
    """The person with a name in `language`: set by its rules, and read aloud in it, in both columns."""
    left, right = (
        None if name is None else mark_foreign(name, language, around)
        for name, around in zip(person.name.sides, reading.languages, strict=True)
    )
    return replace(person, name=Pair(left, right))


def _warn_of_doubles(people: tuple[Person, ...], reading: Reading) -> None:
    first: dict[tuple[str, str], Person] = {}
    for person in people:
        known = first.setdefault((person.surname.casefold(), person.given.casefold()), person)
        if known is not person:
            name = f"{person.given} {person.surname}"
            reading.warn("person-twice", person.where, name=name, line=known.where.line)


_PERSON = Record(
    _build_person,
    {
        "surname": Field(_NAME, "The surname, by which people are sorted.", True),
        "given": Field(_NAME, "Given names or initials.", True),
        "title": Field(_NAME, "Titles before the name."),
        "degree": Field(_NAME, "Degrees behind the name, after a comma."),
        "role": Field(SHARED_PROSE, "What the person does there."),
        "organisation": Field(SHARED_PROSE, "The body the person comes from."),
    },
)
_DELEGATION = Record(
    _build_delegation,
    {
        "delegation": Field(TITLE_PAIR, "The delegation's name, set above its people.", True),
        "language": Field(
            LANGUAGE, "Whose alphabet sorts the people; the left column's language if not given."
        ),
        "people": Field(ListOf(_PERSON), "The people, in any order.", True),
    },
)
PARTICIPANTS = WholeList(_DELEGATION, lambda delegations, where, reading: Participants(where, delegations))
