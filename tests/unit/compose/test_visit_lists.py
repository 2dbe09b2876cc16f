"""Participants and glossaries on their pages: each once in each list, in the alphabet's order, whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.glossary import compose_glossary
from layout.compose.blocks.people import compose_participants
from layout.compose.blocks.programme import compose_programme
from layout.compose.desk import Desk
from layout.compose.handouts.one_language import keep_language
from layout.compose.paginate import paginate
from layout.compose.parts.composed import Composed
from layout.compose.place import place_pages
from layout.compose.rows import Fixed, Row
from layout.lang.collation import name_key, sort_key
from layout.model.blocks.glossary import Glossary, Term
from layout.model.blocks.people import Delegation, Participants, Person
from layout.model.blocks.programme import Activity, Day, Hours, Programme
from layout.model.brochure import Brochure, Covers, Section, TypographySettings
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, DrawingItem, LayoutPage, StructNode, TextItem
from layout.model.pairs import Pair, ProsePair
from layout.model.prose import Prose, Run
from layout.model.units import NO_BREAK_SPACE
from layout.source.fields.foreign import mark_foreign

HERE = Span("a.yaml", 1, 1)
LANGUAGES = ("pl", "cs")
LETTERS = {"pl": "aąbcćdeęlłnńoósśzźżh-", "cs": "aábcčdďeéěhiíoórřsšuúůzž-"}


def prose(words: str) -> Prose:
    return Prose((Run(words),), HERE)


def both(words: str, lines: int = 1) -> ProsePair:
    left, right = (prose(" ".join([f"{language}{words}"] * lines)) for language in LANGUAGES)
    return Pair(left, right)


def person(surname: str, given: str, lines: int = 0) -> Person:
    name = prose(f"{given} {surname}")
    role = both("rola", 4 * lines) if lines else None
    return Person(HERE, surname, given, Pair(name, name), role, both("biuro") if lines > 1 else None)


def term(polish: str, czech: str, lines: int = 0, languages: tuple[str, str] = LANGUAGES) -> Term:
    words = {"pl": prose(polish), "cs": prose(czech)}
    left, right = languages
    return Term(
        Pair(words[left], words[right]),
        Pair(mark_foreign(words[right], right, left), mark_foreign(words[left], left, right)),
        both("znaczy", 4 * lines) if lines else None,
    )


def brochure_of(block: Glossary) -> Brochure:
    title = Pair("Wizyta", "Návštěva")
    return Brochure(
        "a",
        HERE,
        title,
        HERE,
        None,
        LANGUAGES,
        date(2026, 11, 22),
        title,
        "two-banks",
        Covers(None, None),
        1,
        TypographySettings(),
        (Section("a.yaml", (block,)),),
    )


def lay(composed: Composed, desk: Desk) -> tuple[LayoutPage, ...]:
    page = desk.theme.page
    height = page.lines * page.grid
    return place_pages(composed.rows, paginate(composed.rows, height, page.grid, 1), 1, desk)[0]


def lines_of(page: LayoutPage, desk: Desk) -> list[TextItem]:
    """The page's lines without folio and running titles, from the top."""
    foot = desk.theme.page.top + desk.theme.page.lines * desk.theme.page.grid
    found = [item for item in page.items if isinstance(item, TextItem) and item.y <= foot + 0.01]
    return sorted(found, key=lambda item: (item.y, item.x))


def read(pages: Sequence[LayoutPage], desk: Desk) -> dict[int, str]:
    """The words of each leaf as they are read in the file."""
    words: dict[int, str] = {}
    for page in pages:
        for item in lines_of(page, desk):
            for run in item.line.runs if item.leaf != ARTIFACT else ():
                text = "".join(part for shape in run.shapes for part in shape.texts)
                leaf = item.leaf + run.ink.part
                words[leaf] = f"{words[leaf]} {text}" if leaf in words else text
    return {leaf: " ".join(text.split()) for leaf, text in words.items()}


def leaves_of(node: StructNode) -> list[int]:
    return [leaf for kid in node.children for leaf in ([kid] if isinstance(kid, int) else leaves_of(kid))]


def found(node: StructNode, tag: str) -> list[StructNode]:
    kids = [kid for kid in node.children if isinstance(kid, StructNode)]
    return [kid for kid in kids if kid.tag == tag]


def entries(lists: Sequence[StructNode], side: int, desk: Desk) -> list[StructNode]:
    return [entry for one in lists if one.language == desk.languages[side] for entry in found(one, "LI")]


def assert_whole(composed: Composed, pages: Sequence[LayoutPage], desk: Desk) -> None:
    """Every leaf stands once in the tree and on one page; entries are unbroken; pages end on the paper."""
    owned = [leaf for node in composed.nodes for leaf in leaves_of(node)]
    assert len(owned) == len(set(owned))
    spots: dict[int, set[int]] = {}
    for number, page in enumerate(pages):
        for item in lines_of(page, desk):
            if item.leaf != ARTIFACT:
                for run in item.line.runs:
                    spots.setdefault(item.leaf + run.ink.part, set()).add(number)
    assert sorted(owned) == sorted(spots)
    for node in composed.nodes:
        for entry in found(node, "LI"):
            assert len(set().union(*(spots[leaf] for leaf in leaves_of(entry)))) == 1
    pieces = [piece for row in composed.rows for piece in row.pieces if isinstance(piece, Fixed)]
    lines = sum(isinstance(item, TextItem) for piece in pieces for item in piece.items)
    printed = sum(item.leaf != ARTIFACT for page in pages for item in lines_of(page, desk))
    assert lines == printed, "nothing hangs below a page's last line"


def words_in(language: str) -> st.SearchStrategy[str]:
    return st.text(LETTERS[language], min_size=1, max_size=9).map(lambda word: f"{word}e")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_everybody_stands_once_in_each_list_by_the_alphabet_of_the_delegation(
    desk: Desk, data: st.DataObject
) -> None:
    delegations = []
    for language in data.draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3)):
        names = st.tuples(words_in(language), words_in(language), st.integers(0, 3))
        people = [person(*name) for name in data.draw(st.lists(names, min_size=1, max_size=45))]
        delegations.append(Delegation(both("delegacja"), language, tuple(people)))
    composed = compose_participants(Participants(HERE, tuple(delegations)), desk)
    pages = lay(composed, desk)
    assert_whole(composed, pages, desk)
    words = read(pages, desk)
    wanted = [
        f"{one.given} {one.surname}"
        for group in delegations
        for one in sorted(
            group.people, key=lambda one, by=group.language: name_key(one.surname, one.given, by)
        )
    ]
    for side in (0, 1):
        assert [words[leaves_of(entry)[0]] for entry in entries(composed.nodes, side, desk)] == wanted
    tops = {page.number: lines_of(page, desk)[0] for page in pages}
    captions = {leaves_of(node)[0] for node in composed.nodes}
    for item in tops.values():
        assert item.leaf in captions or item.line.text in ("pldelegacja (cd.)", "pldelegacja\u00a0(cd.)")


terms = st.lists(st.tuples(words_in("pl"), words_in("cs"), st.integers(0, 3)), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(terms, st.sampled_from([("pl", "cs"), ("cs", "pl")]))
def test_each_term_stands_once_in_each_list_by_its_alphabet(
    desk: Desk, drawn: list[tuple[str, str, int]], languages: tuple[str, str]
) -> None:
    desk = replace(desk, languages=languages)
    block = Glossary(HERE, tuple(term(*one, languages) for one in drawn))
    composed = compose_glossary(block, desk)
    pages = lay(composed, desk)
    assert_whole(composed, pages, desk)
    words = read(pages, desk)
    assert [node.language for node in composed.nodes] == list(languages)
    for side, language in enumerate(languages):
        heads, sides = [], []
        for entry in entries(composed.nodes, side, desk):
            (label,), (body,) = found(entry, "Lbl"), found(entry, "LBody")
            dash, foreign = found(body, "P")[0].children
            assert isinstance(foreign, StructNode) and isinstance(dash, int)
            assert (foreign.tag, foreign.language) == ("Span", languages[1 - side])
            assert words[dash] == "–"
            heads.append("".join(words[leaf] for leaf in leaves_of(label)))
            sides.append("".join(words[leaf] for leaf in leaves_of(foreign)))
        own = 0 if language == "pl" else 1
        wanted = sorted(drawn, key=lambda one: sort_key(one[own], language))
        assert heads == [one[own] for one in wanted]
        assert sides == [one[1 - own] for one in wanted]


def test_titles_that_leave_no_room_for_the_name_are_parted(desk: Desk) -> None:
    page = replace(desk.theme.page, left_share=0.4)
    narrow = replace(desk, theme=replace(desk.theme, page=page))
    whole = "prof. dr hab. inż. arch. Maria Małgorzata Kowalska-Nowakowska"
    name = prose(whole.replace(" ", NO_BREAK_SPACE, 5))
    somebody = Person(HERE, "Kowalska-Nowakowska", "Maria Małgorzata", Pair(name, name), None, None)
    composed = compose_participants(
        Participants(HERE, (Delegation(both("delegacja"), "pl", (somebody,)),)), narrow
    )
    words = read(lay(composed, narrow), narrow)
    for side in (0, 1):
        (entry,) = entries(composed.nodes, side, narrow)
        assert words[leaves_of(entry)[0]].replace("- -", "-") == whole


def test_a_delegation_is_headed_as_a_day_is(desk: Desk) -> None:
    title, hours = both("nazwa"), Hours(600, None)
    day = Day(title, (Activity(HERE, hours, both("obiad"), None, None),))
    people = Delegation(title, "pl", tuple(person(f"P{n}", "J.", 1) for n in range(60)))
    programme = compose_programme(Programme(HERE, (day,)), desk)
    participants = compose_participants(Participants(HERE, (people,)), desk)

    def look(row: Row) -> tuple[object, ...]:
        (piece,) = row.pieces
        assert isinstance(piece, Fixed)
        return (row.before, row.height, shown(piece))

    def shown(piece: Fixed) -> list[tuple[object, ...]]:
        texts = [item for item in piece.items if isinstance(item, TextItem)]
        rules = [item.box for item in piece.items if isinstance(item, DrawingItem)]
        inks = [(i.x, i.y, i.line.runs[0].ink, i.line.runs[0].shapes[0].face) for i in texts]
        return [*inks, *((box,) for box in rules)]

    assert look(participants.rows[0]) == look(programme.rows[0])
    assert len(shown(participants.rows[0].pieces[0])) == 4  # type: ignore[arg-type]
    (again,), (day_again,) = participants.rows[1].head, programme.rows[1].head
    assert shown(again) == shown(day_again)
    assert participants.rows[1].sink == programme.rows[1].sink


def test_entries_of_one_number_stand_level(desk: Desk) -> None:
    block = Glossary(HERE, tuple(term(f"słowo{n}", f"slovo{9 - n}", n % 3) for n in range(9)))
    composed = compose_glossary(block, desk)
    starts: list[list[float]] = []
    (page,) = lay(composed, desk)
    tops = {item.leaf: item.y for item in reversed(lines_of(page, desk))}
    for side in (0, 1):
        starts.append([tops[leaves_of(entry)[0]] for entry in entries(composed.nodes, side, desk)])
    assert starts[0] == starts[1]


def test_a_term_has_its_language_s_colour_on_both_sides(desk: Desk) -> None:
    (page,) = lay(compose_glossary(Glossary(HERE, (term("most", "řeka"),)), desk), desk)
    inks = {
        "".join(text for shape in run.shapes for text in shape.texts).strip(): run.ink.colour
        for item in lines_of(page, desk)
        for run in item.line.runs
    }
    assert inks["most"] == desk.theme.colour("accent", "pl")
    assert inks["řeka"] == desk.theme.colour("accent", "cs")


@pytest.mark.parametrize("count", [1, 2, 3, *range(14, 20), *range(36, 46)])
def test_no_entry_stands_alone_on_a_page(desk: Desk, count: int) -> None:
    glossary = compose_glossary(Glossary(HERE, tuple(term(f"p{n}", f"c{n}") for n in range(count))), desk)
    people = Delegation(both("delegacja"), "pl", tuple(person(f"P{n}", "J.", 1) for n in range(count)))
    for composed in (glossary, compose_participants(Participants(HERE, (people,)), desk)):
        for page in lay(composed, desk):
            firsts = {leaves_of(entry)[0] for node in composed.nodes for entry in found(node, "LI")}
            there = {item.leaf for item in lines_of(page, desk)} & firsts
            assert len(there) >= 2 * min(2, count)


@pytest.mark.parametrize(("language", "words"), [("pl", ["most", "řeka"]), ("cs", ["řeka", "most"])])
def test_in_one_language_a_glossary_keeps_its_translations(
    desk: Desk, language: str, words: list[str]
) -> None:
    (section,) = keep_language(brochure_of(Glossary(HERE, (term("most", "řeka", 1),))), language).sections
    alone = replace(desk, languages=(language, language))
    composed = compose_glossary(section.blocks[0], alone)
    (one,) = composed.nodes
    (entry,) = found(one, "LI")
    said = [read(lay(composed, alone), alone)[leaf] for leaf in leaves_of(entry)]
    assert [said[0], *said[2:]] == [*words, " ".join([f"{language}znaczy"] * 4)]


def test_without_translation_the_term_stands_alone(desk: Desk) -> None:
    bare = Term(Pair(prose("most"), None), Pair(None, None), None)
    composed = compose_glossary(Glossary(HERE, (bare,)), desk)
    (one,) = composed.nodes
    (entry,) = found(one, "LI")
    assert [node.tag for node in entry.children if isinstance(node, StructNode)] == ["LBody"]
    assert read(lay(composed, desk), desk)[leaves_of(entry)[0]] == "most"
