"""Footnotes, page numbers in the text, links inside the brochure and the index, on whole pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose import compose as composing
from layout.compose.apparatus.foot import lay_notes, note_room
from layout.compose.apparatus.numbering import join_pages
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.place import notes_of
from layout.compose.rows import Footnote, Lines, Row
from layout.model.diagnostic import Rejected, Severity
from layout.model.layout import Destination, Layout, LayoutPage, StructNode, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.shapes import Line
from layout.model.theme import Theme
from layout.pipeline.composing import Composed, compose_folder
from tests.conftest import FOLDER
from tests.unit.compose.slabs import GRID, row

PAGE = Theme().page
NOTE = Theme().styles["footnote"]
FOOT = PAGE.top + PAGE.lines * PAGE.grid
FILLER = "- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}\n"
LONG = "dłuższy dopisek o umowie i o tym, co z niej wynika dla obu stron, "


def noted(count: int, words: str = "Dopisek", *, before: str = "Słowo") -> str:
    """A paragraph with one note, whose words repeat."""
    note = words * count
    return both(f"{before}^[pl {note}] dalej.", f"{before}^[cs {note}] dále.")


def both(polish: str, czech: str) -> str:
    return f"- paragraph:\n    pl: >-\n      {polish}\n    cs: >-\n      {czech}\n"


Compose = Callable[..., Composed]


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Compose:
    def make(section: str, theme: str = "two-banks", handout: Handout | None = None, **more: str) -> Composed:
        brochure = FOLDER["brochure.yaml"].replace("theme: two-banks\n", "") + f"theme: {theme}\n"
        if more:
            listed = ", ".join(f"sections/{name}.yaml" for name in ("a", *more))
            brochure = brochure.replace("sections/a.yaml", listed)
        files = {f"sections__{name}_yaml": text for name, text in {"a": section, **more}.items()}
        return compose_folder(write_folder(brochure_yaml=brochure, **files), handout=handout)

    return make


def lines(page: LayoutPage) -> list[TextItem]:
    """What is read on a page."""
    return [item for item in page.items if isinstance(item, TextItem) and item.leaf >= 0]


def small(page: LayoutPage) -> list[TextItem]:
    """The lines of its footnotes."""
    return [item for item in lines(page) if is_small(item)]


def is_small(item: TextItem) -> bool:
    last = item.line.runs[-1]
    return last.ink.size == NOTE.size and "lato" not in last.shapes[0].face.lower()


def marks(layout: Layout) -> list[list[str]]:
    """For each page the numbers of notes in its text, as they come in reading its columns line by line."""
    found = []
    for page in layout.pages:
        texts = [item for item in lines(page) if item not in small(page)]
        runs = [run for item in texts for run in item.line.runs if run.ink.link == "#"]
        found.append(["".join(text for shape in run.shapes for text in shape.texts).strip() for run in runs])
    return found


def labels(layout: Layout) -> list[list[str]]:
    """For each page the numbers before its notes."""
    begun = [[item for item in small(page) if item.line.runs[0].ink.link == "#"] for page in layout.pages]
    return [[item.line.text.split(" ")[0] for item in items] for items in begun]


def nodes(node: StructNode, tag: str) -> list[StructNode]:
    """All elements of a kind."""
    inner = [found for child in node.children if isinstance(child, StructNode) for found in nodes(child, tag)]
    return [node, *inner] if node.tag == tag else inner


def test_a_note_stands_at_the_foot_of_its_column_below_a_rule(compose: Compose) -> None:
    (page,) = compose(noted(1)).body.pages
    left, right = small(page)
    assert (left.line.text, right.line.text) == ("1 pl Dopisek", "1 cs Dopisek")
    assert left.y == right.y == pytest.approx(FOOT - PAGE.grid / 4)
    columns = {item.x for item in lines(page) if item not in (left, right)}
    assert {left.x, right.x} == columns


@pytest.mark.parametrize("drawn", [True, False])
def test_the_number_stands_above_the_line(
    compose: Compose, monkeypatch: pytest.MonkeyPatch, drawn: bool
) -> None:
    """By figures that the face has drawn so, or by smaller ones that are raised."""
    if not drawn:
        monkeypatch.setattr("layout.text.measure.has_raised_figures", lambda face: False)
    (page,) = compose(noted(1)).body.pages
    texts = [item for item in lines(page) if not is_small(item)]
    (own, *_), (mark, *_) = (
        [run.ink for run in texts[0].line.runs if (run.ink.link == "#") is link] for link in (False, True)
    )
    assert (mark.size == own.size, mark.rise == 0.0) == (drawn, drawn)


@pytest.mark.parametrize("tail", ["", ".", "skowe", ", a dalej"])
def test_a_word_is_divided_as_if_no_number_stood_in_it(compose: Compose, tail: str) -> None:
    narrow = "{page: {inner: 45mm, outer: 45mm}}"
    word = "Konstantynopolitańczykowianeczkowo"
    with_note, without = (
        [
            item.line.text
            for item in lines(compose(both(word + mark + tail, "a" + mark), narrow).body.pages[0])
            if not is_small(item)
        ]
        for mark in ("^[x]", "")
    )
    assert len(without) > 2
    assert [text.replace("1", "") for text in with_note] == without


@pytest.mark.parametrize("count", range(1, 16, 2))
@pytest.mark.parametrize("words", [1, 9, 20])
def test_notes_are_whole_on_the_page_of_their_mark_and_meet_no_text(
    compose: Compose, count: int, words: int
) -> None:
    section = "".join(FILLER * (number % 4) + noted(words, LONG) for number in range(count))
    layout = compose(section).body
    assert [sorted(numbers) for numbers in marks(layout)] == [sorted(numbers) for numbers in labels(layout)]
    assert sum(map(len, labels(layout))) == 2 * count
    for page in layout.pages:
        notes = small(page)
        if notes:
            text = max(item.y for item in lines(page) if item not in notes)
            assert min(item.y for item in notes) - NOTE.size > text
            assert max(item.y for item in notes) <= FOOT
    whole = "".join(item.line.text for page in layout.pages for item in small(page))
    assert whole.replace(" ", "").replace("\u00ad", "").count(LONG.replace(" ", "")) == 2 * count * words


def test_notes_of_a_pair_are_level(compose: Compose) -> None:
    section = "".join(
        f"- paragraph: {{pl: 'A^[{'długi dopisek ' * 9}].', cs: 'A^[{number}].'}}\n" for number in range(3)
    )
    (page,) = compose(section).body.pages
    begun = [item for item in small(page) if item.line.runs[0].ink.link == "#"]
    ys: dict[str, set[float]] = {}
    for item in begun:
        ys.setdefault(item.line.text[0], set()).add(item.y)
    assert [len(places) for places in ys.values()] == [1, 1, 1]


def test_a_note_for_one_language_leaves_the_others_numbers_alone(compose: Compose) -> None:
    section = "- paragraph: {pl: 'A^[x]{only} b^[y].', cs: 'A b^[z].'}\n"
    (page,) = compose(section).body.pages
    assert sorted(item.line.text for item in small(page)) == ["1 x", "1 z", "2 y"]


PARTED = noted(1) * 2 + "- page-break:\n" + noted(1)


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        ("document", [["1", "2"], ["3"], ["4"]]),
        ("section", [["1", "2"], ["3"], ["1"]]),
        ("page", [["1", "2"], ["1"], ["1"]]),
    ],
)
def test_notes_are_counted_as_the_theme_says(
    compose: Compose, numbering: str, numbers: list[list[str]]
) -> None:
    theme = f"{{footnotes: {{numbering: {numbering}}}}}"
    layout = compose(PARTED, theme, b="- page-break:\n" + noted(1)).body
    doubled = [sorted(page * 2) for page in numbers]
    assert [sorted(page) for page in labels(layout)] == doubled
    assert [sorted(page) for page in marks(layout)] == doubled


@pytest.mark.parametrize(
    "section",
    [
        "- list: {items: [{pl: 'a^[x]', cs: 'b^[y]', items: [{pl: 'c^[z]', cs: 'd^[v]'}]}]}\n",
        "- quote: {pl: 'a^[x]', cs: 'b^[y]', attribution: {pl: 'c^[z]', cs: 'd^[v]'}}\n",
        "- lead: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}\n",
        "- table: {head: [{pl: 'a^[x]', cs: 'b^[y]'}], rows: [[{pl: 'c^[z]', cs: 'd^[v]'}]]}\n",
        "- table: {place: both, caption: {pl: 'a^[x]', cs: 'b^[y]'}, head: [h],"
        " rows: [[{pl: 'c^[z]', cs: 'd^[v]'}]]}\n",
        "- timeline: [{when: '1', pl: 'a^[x]', cs: 'b^[y]'}, {when: '2', pl: 'c^[z]', cs: 'd^[v]'}]\n",
        "- facts: [{value: '1', label: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}}]\n",
        "- contacts: [{name: {pl: 'a^[x]', cs: 'b^[y]'}, lines: [{pl: 'c^[z]', cs: 'd^[v]'}]}]\n",
        "- practical: [{name: {pl: 'a^[x]', cs: 'b^[y]'}, lines: [{pl: 'c^[z]', cs: 'd^[v]'}]}]\n",
        "- programme: [{day: {pl: d, cs: d}, entries: [{time: '9', pl: 'a^[x]', cs: 'b^[y]',"
        " place: {pl: 'c^[z]', cs: 'd^[v]'}}]}]\n",
        "- participants: [{delegation: {pl: d, cs: d}, people: [{surname: N, given: A,"
        " role: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}}]}]\n",
        "- glossary: [{pl: a, cs: b, explanation: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}}]\n",
        "- qr: {data: 'https://example.org', caption: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'},"
        " alt: {pl: a, cs: b}}\n",
        "- paragraph: {pl: 'a', cs: 'b', side-note: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}}\n",
        "- publicity: {statement: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}, emblem: true}\n",
        "- map: {places: [{pl: A, cs: A, at: [50, 17]}, {pl: B, cs: B, at: [51, 18]}], decorative: true,"
        " caption: {pl: 'a^[x] c^[z]', cs: 'b^[y] d^[v]'}}\n",
    ],
)
def test_notes_stand_wherever_there_is_running_text(compose: Compose, section: str) -> None:
    layout = compose("- heading: {pl: T, cs: T}\n" + section).body
    (page,) = layout.pages
    assert sorted(item.line.text[-1] for item in small(page)) == ["v", "x", "y", "z"]
    assert sorted(marks(layout)[0]) == sorted(labels(layout)[0]) == ["1", "1", "2", "2"]
    assert max(item.y for item in lines(page) if item not in small(page)) < min(
        item.y for item in small(page)
    )
    assert len(nodes(layout.structure, "Note")) == 4 + ("side-note" in section) * 2


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("language", ["pl", "cs"])
def test_a_handout_in_one_language_keeps_its_notes(compose: Compose, language: str, columns: int) -> None:
    handout = Handout(form=Form.A4, language=language, columns=columns)
    pages = compose((FILLER + noted(2, LONG)) * 30, handout=handout).body.pages
    texts = [item.line.text for page in pages for item in lines(page)]
    assert sum(text.startswith(tuple(f"{n} {language}" for n in range(1, 31))) for text in texts) == 30
    for page in pages:
        foot = page_foot(page)
        assert max(item.y for item in lines(page)) <= foot + 0.01


def page_foot(page: LayoutPage) -> float:
    """Above the folio, which stands below all text."""
    artifacts = [item for item in page.items if isinstance(item, TextItem) and item.leaf < 0]
    return min(item.y for item in artifacts) - 5


def test_a_page_of_its_own_keeps_room_to_write_above_its_notes(compose: Compose) -> None:
    (page,) = compose(noted(8, LONG) + "- notes: {ruling: ruled}\n").body.pages
    ruled = max(item.box.y + item.box.height for item in page.items if hasattr(item, "box"))
    first = min(item.y for item in small(page)) - NOTE.size
    assert max(item.box.y + item.box.height for item in page.items if hasattr(item, "drawing")) == ruled
    assert ruled <= first


def test_notes_that_no_page_has_room_for_are_a_mistake(compose: Compose) -> None:
    with pytest.raises(Rejected) as refused:
        compose(FILLER + noted(60, LONG))
    (problem,) = (one for one in refused.value.diagnostics if one.severity is Severity.ERROR)
    assert (problem.code, problem.where.line) == ("notes-taller-than-page", 2)


def test_a_mark_and_its_note_lead_to_each_other(compose: Compose) -> None:
    (page,) = compose(FILLER * 3 + noted(1)).body.pages
    there, _, back, _ = page.links
    assert [link.description for link in page.links] == [
        "przypis 1",
        "poznámka 1",
        "powrót do odsyłacza 1",
        "zpět na odkaz 1",
    ]
    for link, other in ((there, back), (back, there)):
        assert isinstance(link.target, Destination) and link.target.page == 0
        assert link.target.y == pytest.approx(other.box.y, abs=4)


def test_notes_are_read_behind_their_passage(compose: Compose) -> None:
    structure = compose(noted(1)).body.structure
    for passage in nodes(structure, "P"):
        *_, note = passage.children
        assert isinstance(note, StructNode) and note.tag == "Note" and note.language == passage.language
        label = note.children[0]
        assert isinstance(label, StructNode) and label.tag == "Lbl"
        (mark,) = nodes(passage, "Reference")
        (link,) = mark.children
        assert isinstance(link, StructNode) and link.tag == "Link"


REFERRED = (
    "- paragraph: {pl: 'Zob. s. {page=cel}.', cs: 'Viz s. {page=cel}.'}\n"
    "- paragraph: {pl: '[Tam](#cel)', cs: '[Tam](#cel)'}\n"
)


@pytest.mark.parametrize("before", [1, 8, 9, 10, 99])
@pytest.mark.parametrize(
    "target", ["- heading: {pl: C, cs: C, id: cel}\n", "- lead: {pl: '[C]{id=cel}', cs: '[C]{id=cel}'}\n"]
)
def test_a_page_number_is_that_of_the_place(compose: Compose, before: int, target: str) -> None:
    layout = compose(REFERRED + ("- page-break:\n" + FILLER) * before + "- page-break:\n" + target).body
    first, *_ = layout.pages
    there = layout.pages[before + 1]
    assert [item.line.text for item in lines(first)][:2] == [
        f"Zob. s. {there.number}.",
        f"Viz s. {there.number}.",
    ]
    targets = [link.target for link in first.links]
    assert [one.page for one in targets if isinstance(one, Destination)] == [before + 1] * 4


def test_each_language_says_its_own_page(compose: Compose) -> None:
    text = "słowo " * 400
    section = (
        "- paragraph: {pl: 's. {page=k}', cs: 's. {page=k}'}\n"
        f"- paragraph:\n    pl: >-\n      {text} [tu]{{id=k}}\n    cs: >-\n      [tady]{{id=k}} {text}\n"
    )
    layout = compose(section).body
    said = [item.line.text[-1] for item in lines(layout.pages[0])][:2]
    number = layout.pages[0].number
    assert said == [str(layout.pages[-1].number), str(number)]
    assert len(layout.pages) > 1


def test_a_place_in_one_language_serves_the_other(compose: Compose) -> None:
    section = both("s. {page=k}", "s. {page=k}") + "- page-break:\n" + both("[a]{id=k}", "b")
    layout = compose(section).body
    assert {item.line.text[-1] for item in lines(layout.pages[0])} == {str(layout.pages[1].number)}


def test_numbers_that_never_settle_are_a_mistake(compose: Compose, monkeypatch: pytest.MonkeyPatch) -> None:
    section = REFERRED + "- heading: {pl: C, cs: C, id: cel}\n"
    compose(section)
    monkeypatch.setattr(composing, "MOST_PASSES", 1)
    with pytest.raises(Rejected) as refused:
        compose(section)
    errors = [one.code for one in refused.value.diagnostics if one.severity is Severity.ERROR]
    assert errors == ["pages-unsettled"]


def test_notes_that_cannot_be_counted_by_page_are_counted_through(
    compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "MOST_PASSES", 1)
    composed = compose(PARTED, "{footnotes: {numbering: page}}")
    assert [one.code for one in composed.diagnostics if one.severity is Severity.WARNING] == [
        "notes-counted-through"
    ]
    assert [sorted(set(page)) for page in labels(composed.body)] == [["1", "2"], ["3"]]


def test_numbers_of_neighbouring_marks_are_told_apart(compose: Compose) -> None:
    (page,) = compose(both("a^[x]^[y] b", "a^[x]^[y]. ^[z]{only}")).body.pages
    texts = [item.line.text for item in lines(page) if not is_small(item)]
    assert texts == ["a1\u202f2 b", "a1\u202f2.3"]


def test_a_handout_says_what_place_it_has_not(compose: Compose) -> None:
    section = REFERRED + "- paragraph: {only: cs, cs: '[C]{id=cel}'}\n"
    composed = compose(section, handout=Handout(form=Form.A4, language="pl"))
    (told,) = [one for one in composed.diagnostics if one.code == "target-left-out"]
    assert told.severity is Severity.WARNING and told.where.line == 1
    first, second = lines(composed.body.pages[0])
    assert first.line.text.endswith("–.") and second.line.text == "Tam"
    assert composed.body.pages[0].links == ()


def test_problems_of_blocks_are_told_once_however_often_pages_are_made(compose: Compose) -> None:
    items = "- list: {items: [{pl: '*[x]{sc}*', cs: b}]}\n"
    section = both("[x]{sc} {page=k}", "[a]{id=k}") + items
    codes = [one.code for one in compose(section, "{styles: {list: {family: Lato}}}").diagnostics]
    assert codes.count("no-small-caps") == 1


def test_the_index_of_each_language(compose: Compose) -> None:
    pages = ["Łąka", "Lipa", "zamek", "Lipa", "Lipa", "Łąka"]
    czech = ["hora", "chata", "cesta", "chata", "chata", "Čáp"]
    section = "- page-break:\n".join(
        f"- paragraph: {{pl: '[{one}]{{index}}', cs: '[to]{{index={other}}}'}}\n"
        for one, other in zip(pages, czech, strict=True)
    )
    layout = compose(section + "- index: {}\n").body
    first = layout.pages[0].number
    shown = [item for item in lines(layout.pages[-1]) if item.line.runs[0].ink.size == 8.0]
    left = [item.line.text.replace("\u00a0", " ") for item in shown if item.x == min(i.x for i in shown)]
    right = [item.line.text.replace("\u00a0", " ") for item in shown if item.x != min(i.x for i in shown)]
    page = [first + number for number in range(6)]
    assert left == [f"Lipa {page[1]}, {page[3]}–{page[4]}", f"Łąka {page[0]}, {page[5]}", f"zamek {page[2]}"]
    assert right == [
        f"cesta {page[2]}",
        f"Čáp {page[5]}",
        f"hora {page[0]}",
        f"chata {page[1]}, {page[3]}–{page[4]}",
    ]
    targets = [link.target.page for link in layout.pages[-1].links if isinstance(link.target, Destination)]
    assert sorted(targets) == [0, 0, 1, 1, 2, 2, 3, 3, 5, 5]


@pytest.mark.parametrize(
    ("pages", "spans"),
    [
        ([], []),
        ([4], [(4, 4)]),
        ([4, 5], [(4, 5)]),
        ([3, 5, 6, 7], [(3, 3), (5, 7)]),
        ([9, 8, 1, 3, 2], [(1, 3), (8, 9)]),
        ([1, 3, 5], [(1, 1), (3, 3), (5, 5)]),
    ],
)
def test_neighbouring_pages_are_one_span(pages: list[int], spans: list[tuple[int, int]]) -> None:
    assert list(join_pages(pages)) == spans


def footnote(side: int, order: int, height: int) -> Footnote:
    line = Line(runs=(), x=0.0, width=1.0)
    return Footnote(side, order, Lines(0.0, (line,) * height, 0), 10.0)


@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(1, 6), st.integers(1, 4)), unique_by=lambda n: n[:2])
)
def test_notes_never_meet_and_keep_their_order(made: list[tuple[int, int, int]]) -> None:
    notes = [footnote(*one) for one in made]
    placed, height = lay_notes(notes)
    assert len(placed) == len(notes)
    for side in (0, 1):
        y = 0.0
        for note, top in sorted(
            ((n, t) for n, t in placed if n.side == side), key=lambda pair: pair[0].order
        ):
            assert top >= y - 1e-9
            y = top + note.height
        assert y <= height + 1e-9


@st.composite
def rows_with_notes(draw: st.DrawFn) -> list[Row]:
    rows, orders = [], [0, 0]
    for _ in range(draw(st.integers(1, 12))):
        count = draw(st.integers(1, 6))
        there = []
        for _ in range(count):
            here = []
            for side in (0, 1):
                if draw(st.integers(0, 5)) == 0:
                    orders[side] += 1
                    here.append(footnote(side, orders[side], draw(st.integers(1, 4))))
            there.append(tuple(here))
        notes = tuple(there) if any(there) else ()
        rows.append(row(count, before=GRID * draw(st.integers(0, 1)), footnotes=notes))
    return rows


@settings(max_examples=150)
@given(rows_with_notes(), st.sampled_from([0.0, 6.0]))
def test_a_page_has_room_for_its_rows_and_their_notes(rows: Sequence[Row], space: float) -> None:
    height = 12 * GRID
    plans = paginate(rows, Foot(height, space), GRID, 1)
    placed = [(s.row, slab) for plan in plans for s in plan.stretches for slab in range(s.start, s.stop)]
    assert placed == [(number, slab) for number, one in enumerate(rows) for slab in range(one.count)]
    for plan in plans:
        used = sum(
            GRID * stretch.slabs + (rows[stretch.row].before if order and not stretch.start else 0.0)
            for order, stretch in enumerate(plan.stretches)
        )
        assert used + note_room(notes_of(rows, plan), space) <= height + 0.02


def test_no_column_is_cut_earlier_before_a_mark(compose: Compose) -> None:
    """A note would move to the next page with a line that an uneven cut takes there."""
    words = "rzeka płynie przez całe miasto i jeszcze dalej "
    for number in range(8):
        text = (words * 6 + "tu^[Nota.] " + words * 2) * 2
        section = FILLER * number + f"- paragraph:\n    pl: >-\n      {text}\n    cs: >-\n      {text}\n" * 5
        layout = compose(section).body
        assert [sorted(page) for page in marks(layout)] == [sorted(page) for page in labels(layout)]
