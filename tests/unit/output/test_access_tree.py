"""The mail edition read back through its structure tree: what is said, in which language, in which order."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from layout.model.blocks.displays import Timeline
from layout.model.blocks.pictures import Figure
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Rejected
from layout.model.layout import ARTIFACT, TextItem
from layout.pipeline.composing import Composed
from layout.source.import_text.import_folder import import_text
from tests.conftest import FOLDER, ROOT
from tests.golden.test_blocks import PICTURE, SECTION
from tests.tags import Tag, Target, dump_tags, plain, read_languages, read_tags
from tests.unit.output.mail_files import make, spoken

Writer = Callable[..., Path]
TOC = frozenset({"TOC"})
NOTED = '- paragraph:\n    pl: "Nota'
"""Where notes, references and the index begin, which `test_access_notes.py` holds."""
LONG = " ".join(f"Zdanie numer {n} opowiada o rzece i o jej brzegach." for n in range(120))
LONG_CZECH = " ".join(f"Věta číslo {n} vypráví o řece a o jejích březích." for n in range(120))


def write_blocks(write_folder: Writer, order: str) -> Path:
    folder = write_folder(
        sections__a_yaml=SECTION,
        images__a_svg=PICTURE,
        brochure_yaml=f"{FOLDER['brochure.yaml']}reading-order: {order}\n",
    )
    (folder / "images" / "a_svg").rename(folder / "images" / "a.svg")
    return folder


@pytest.mark.parametrize("order", ["pairs", "languages"])
def test_the_tag_tree_of_every_block(
    write_folder: Writer, golden: Callable[[str, str], None], order: str
) -> None:
    _, pdf = make(write_blocks(write_folder, order))
    golden(f"tag-tree-{order}.txt", dump_tags(read_tags(pdf)))


def check_languages(folder: Path) -> None:
    composed, pdf = make(folder)
    tree = uncover(read_tags(pdf), composed)
    read = read_languages(tree, TOC | {"Figure"})
    titles = contents_titles(tree)
    for side, language in enumerate(composed.brochure.languages):
        expected = spoken(composed.brochure, side)
        found = read[language]
        for title in titles.get(language, ()):
            assert found.startswith(title)
            found = found.removeprefix(title).lstrip()
        assert found == expected


def uncover(tree: Tag, composed: Composed) -> Tag:
    """The tree without what a generated front cover says."""
    return replace(tree, kids=tree.kids[composed.covers[0] is not None :])


def contents_titles(tree: Tag) -> dict[str, list[str]]:
    """Titles that stand over a table of contents at the brochure's beginning, by language."""
    found: dict[str, list[str]] = {}
    part = next(kid for kid in tree.kids if isinstance(kid, Tag) and kid.kind == "Part")
    leading = [kid for kid in part.kids if isinstance(kid, Tag)]
    if any(kid.kind == "TOC" for kid in leading[:4]):
        for kid in leading[: next(i for i, kid in enumerate(leading) if kid.kind == "TOC")]:
            found.setdefault(kid.language, []).append(plain(kid.text))
    return found


def test_the_sample_reads_whole_and_in_order() -> None:
    check_languages(ROOT / "content")


def test_the_imported_text_reads_whole_and_in_order(tmp_path: Path) -> None:
    source = ROOT / "tests/fixtures/wspolpraca-spoluprace.txt"
    import_text([source], tmp_path / "content", False, datetime.date(2026, 3, 1))
    check_languages(tmp_path / "content")


@pytest.mark.parametrize("order", ["pairs", "languages"])
def test_every_block_reads_whole_and_in_order(write_folder: Writer, order: str) -> None:
    section = SECTION.replace("- contents: {title: {pl: Spis, cs: Obsah}, depth: 2}\n", "")
    before, _, behind = section.partition(NOTED)
    section = before + behind[behind.index("- page-break:") :]
    folder = write_blocks(write_folder, order)
    (folder / "sections/a.yaml").write_text(section, encoding="utf-8")
    check_languages(folder)


def test_languages_follow_each_other_within_each_section(write_folder: Writer) -> None:
    _, pdf = make(write_blocks(write_folder, "languages"))
    parts = [kid for kid in read_tags(pdf).kids if isinstance(kid, Tag)]
    for part in parts:
        assert [(kid.kind, kid.language) for kid in part.kids if isinstance(kid, Tag)] == [
            ("Sect", "pl"),
            ("Sect", "cs"),
        ]


def test_a_paragraph_cut_by_pages_is_one_element(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml=f"- paragraph: {{pl: {LONG}, cs: {LONG_CZECH}}}\n")
    tree = read_tags(make(folder)[1])
    paragraphs = [tag for tag in tree.walk() if tag.kind == "P"]
    assert [tag.language for tag in paragraphs] == ["pl", "cs"]
    assert all(len(tag.pages) > 3 for tag in paragraphs)
    assert plain(paragraphs[0].text) == LONG
    assert plain(paragraphs[1].text) == LONG_CZECH


def test_a_repeated_hyphen_is_read_once(write_folder: Writer) -> None:
    polish = "Flaga biało-czerwona obok polsko-czeskiej tablicy północno-wschodniej bramy. " * 12
    czech = "Vlajka bílo-červená vedle česko-polské tabule severo-východní brány a bíločervená. " * 12
    composed, pdf = make(write_folder(sections__a_yaml=f"- paragraph: {{pl: {polish}, cs: {czech}}}\n"))
    starts = [
        item.line.text[0]
        for page in composed.body.pages
        for item in page.items
        if isinstance(item, TextItem) and item.leaf != ARTIFACT
    ]
    assert "-" in starts, "no line begins with a repeated hyphen, so nothing is tried"
    read = read_languages(read_tags(pdf))
    assert read == {"pl": plain(polish), "cs": plain(czech)}


def test_foreign_phrases_and_links_have_elements_of_their_own(write_folder: Writer) -> None:
    words = (
        "Nad rzeką [Olomoucké podhradí]{lang=cs} jest [strona o rzece](https://example.org/odra), po polsku."
    )
    _, pdf = make(write_folder(sections__a_yaml=f"- paragraph: {{only: pl, pl: '{words}'}}\n"))
    (paragraph,) = [tag for tag in read_tags(pdf).walk() if tag.kind == "P"]
    inner = [(tag.kind, tag.language, plain(tag.text)) for tag in paragraph.walk() if tag is not paragraph]
    assert inner == [("Span", "cs", "Olomoucké podhradí"), ("Link", "pl", "strona o rzece")]
    (link,) = [tag for tag in paragraph.walk() if tag.kind == "Link"]
    targets = {kid for kid in link.kids if isinstance(kid, Target)}
    assert targets == {Target("https://example.org/odra", "strona o rzece")}
    assert plain(paragraph.text) == "Nad rzeką Olomoucké podhradí jest strona o rzece, po polsku."


def test_contents_lead_to_the_headings(write_folder: Writer) -> None:
    composed, pdf = make(ROOT / "content")
    tree = uncover(read_tags(pdf), composed)
    heads = {(tag.language, plain(tag.text)): min(tag.pages) for tag in tree.walk() if tag.kind == "H1"}
    listed = {
        (link.language, kid.contents): kid.to
        for toc in tree.walk()
        if toc.kind == "TOC"
        for link in toc.walk()
        for kid in link.kids
        if isinstance(kid, Target)
    }
    assert listed == heads


def test_figures_say_what_they_show_in_both_languages() -> None:
    composed, pdf = make(ROOT / "content")
    tree = read_tags(pdf)
    said = [(tag.language, tag.alternative) for tag in tree.walk() if tag.kind == "Figure"]
    blocks = [block for section in composed.brochure.sections for block in section.blocks]
    wanted = [block.alternative for block in blocks if isinstance(block, Figure) and block.alternative]
    for alternative in wanted:
        place = said.index(("pl", alternative.left))
        assert said[place + 1] == ("cs", alternative.right)
    assert [language for language, _ in said] == ["pl", "cs"] * (len(said) // 2)


def test_a_viewer_reads_the_same_letters_as_the_structure() -> None:
    composed, pdf = make(ROOT / "content")
    tree = read_tags(pdf)
    structure = Counter(tree.drawn)
    seen: Counter[str] = Counter()
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        seen.update(page.get_textpage().get_text_range())
    for layout_page in composed.body.pages:
        for item in layout_page.items:
            if isinstance(item, TextItem) and item.leaf == ARTIFACT:
                structure.update(item.line.text)
    letters = {letter for letter in structure | seen if letter.isalnum()}
    assert {letter: structure[letter] for letter in letters} == {letter: seen[letter] for letter in letters}


def test_a_viewers_text_runs_as_the_structure_on_each_page() -> None:
    """Each passage's letters on a page stand there, next to each other, in what a viewer extracts."""
    composed, pdf = make(ROOT / "content")
    document = pypdfium2.PdfDocument(pdf)
    tried = 0
    times = tuple(times_of(composed.brochure))
    shown = [letters_of(page.get_textpage().get_text_range()) for page in document]
    tree = read_tags(pdf)
    shared = {tag.actual for tag in tree.walk() if tag.actual is not None}
    for tag in tree.walk():
        if tag.kind not in ("H1", "H2", "H3", "P", "LBody", "Caption", "TH", "TD"):
            continue
        for said in filter(None, map(letters_of, passages_of(tag, shared, times))):
            there = [page for page in sorted(tag.pages) if said in shown[page]]
            assert there, (tag.language, tag.text)
            tried += 1
    assert tried > 150


def times_of(brochure: Brochure) -> Iterator[str]:
    """When something happened, as timelines say it."""
    blocks = (block for section in brochure.sections for block in section.blocks)
    events = (event for block in blocks if isinstance(block, Timeline) for event in block.events)
    return (plain(side) for event in events for side in event.when.sides if side)


def passages_of(tag: Tag, shared: set[str], times: tuple[str, ...]) -> list[str]:
    """What stands together of an element.

    A figure that both languages share stands apart from its labels, as does an event from its time.
    """
    for time in times:
        if plain(tag.drawn).startswith(f"{time} "):
            return [time, plain(tag.drawn).removeprefix(time)]
    inner = [kid for kid in tag.kids if isinstance(kid, Tag)]
    if inner and plain(inner[0].text) in shared:
        return [kid.drawn for kid in inner]
    return [tag.drawn]


def letters_of(text: str) -> str:
    """Letters and figures alone: a viewer has its own signs for a line's end."""
    return "".join(letter for letter in text if letter.isalnum())


def test_a_heading_read_after_one_two_levels_above_is_refused(write_folder: Writer) -> None:
    section = """\
- heading: {pl: A, cs: A, level: 1}
- heading: {only: pl, pl: B, level: 2}
- heading: {only: cs, cs: C, level: 1}
- heading: {only: pl, pl: D, level: 3}
"""
    folder = write_folder(sections__a_yaml=section)
    with pytest.raises(Rejected) as rejected:
        make(folder)
    assert [(mistake.code, mistake.where.line) for mistake in rejected.value.diagnostics] == [
        ("heading-out-of-order", 4)
    ]
    ordered = FOLDER["brochure.yaml"] + "reading-order: languages\n"
    (folder / "brochure.yaml").write_text(ordered, encoding="utf-8")
    make(folder)
