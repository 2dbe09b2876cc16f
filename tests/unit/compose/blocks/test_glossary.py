"""Glossaries on their pages: each term once in each list, by the alphabet, whole."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.glossary import LONGEST_STRETCH, compose_glossary
from layout.compose.desk import Desk
from layout.compose.handouts.one_language import keep_language
from layout.lang.collation import sort_key
from layout.model.blocks.glossary import Glossary, Term
from layout.model.content.brochure import Brochure, Covers, Section, TypographySettings
from layout.model.content.pairs import Pair
from layout.model.layout import StructNode
from layout.model.records import replace
from layout.source.fields.foreign import mark_foreign
from tests.unit.compose.lists import (
    HERE,
    LANGUAGES,
    assert_in_company,
    assert_whole,
    both,
    entries,
    found,
    lay,
    leaves_of,
    lines_of,
    prose,
    read,
    words_in,
)


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
        folder="a",
        where=HERE,
        title=title,
        title_where=HERE,
        subtitle=None,
        languages=LANGUAGES,
        date=date(2026, 11, 22),
        publisher=title,
        theme="two-banks",
        covers=Covers(None, None),
        page_multiple=1,
        typography=TypographySettings(),
        sections=(Section("a.yaml", (block,)),),
    )


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


@pytest.mark.parametrize("lines", [(0,), (0, 2), (1, 0, 3), (2, 1, 1, 0)])
def test_no_list_waits_for_the_other_one(desk: Desk, lines: tuple[int, ...]) -> None:
    terms = (term(f"słowo{n}", f"slovo{9 - n}", lines[n % len(lines)]) for n in range(10))
    composed = compose_glossary(Glossary(HERE, tuple(terms)), desk)
    (page,) = lay(composed, desk)
    gap = 6.0 if any(lines) else 0.0
    for side in (0, 1):
        x, width = desk.columns[side]
        edge = desk.theme.page.left_edge(1)
        column = [item for item in lines_of(page, desk) if x <= item.x - edge < x + width][1:]
        firsts = {leaves_of(entry)[0] for entry in entries(composed.nodes, side, desk)}
        for above, below in pairwise(column):
            apart = below.y - above.y
            assert apart == pytest.approx(12 + (gap if below.leaf in firsts else 0)), below.line.text


@settings(max_examples=30, deadline=None)
@given(terms)
def test_lists_part_only_where_both_are_nearly_level(desk: Desk, drawn: list[tuple[str, str, int]]) -> None:
    composed = compose_glossary(Glossary(HERE, tuple(term(*one) for one in drawn)), desk)
    for row in composed.rows[1:]:
        assert row.step < LONGEST_STRETCH + 60


def test_a_term_has_its_language_s_colour_on_both_sides(desk: Desk) -> None:
    (page,) = lay(compose_glossary(Glossary(HERE, (term("most", "řeka"),)), desk), desk)
    inks = {
        "".join(text for shape in run.shapes for text in shape.texts).strip(): run.ink.colour
        for item in lines_of(page, desk)
        for run in item.line.runs
    }
    assert inks["most"] == desk.theme.colour("accent", "pl")
    assert inks["řeka"] == desk.theme.colour("accent", "cs")


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


@pytest.mark.parametrize("count", [1, 2, 3, *range(14, 20), *range(36, 46)])
def test_no_term_stands_alone_on_a_page(desk: Desk, count: int) -> None:
    block = Glossary(HERE, tuple(term(f"p{n}", f"c{n}") for n in range(count)))
    assert_in_company(compose_glossary(block, desk), count, desk)
