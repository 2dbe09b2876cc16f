"""A generated cover in the mail edition: its words are text in their own languages, and the judge agrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.preflight.inspection import inspect_file
from layout.preflight.report.renditions import diagnose
from layout.preflight.rules.judgement import Verdict, judge
from layout.preflight.rules.rule import PROFILES
from tests.tags import Tag, plain, read_tags
from tests.unit.output.mail_files import make

Writer = Callable[..., Path]
SECTION = """\
- heading: {pl: Trasy rowerowe, cs: Cyklotrasy, level: 1}
- contents: {depth: 1}
- paragraph: {pl: "Zażółć gęślą jaźń, [strona](https://example.org/).", cs: "Příliš žluťoučký kůň, [stránka](https://example.org/)."}
"""
BROCHURES = {
    "the case": (
        "title: {pl: Rowerem wokół Pradziada, cs: Na kole kolem Pradědu}",
        "subtitle: {pl: Trasy transgraniczne Euroregionu Pradziad, "
        "cs: Přeshraniční trasy Euroregionu Praděd}",
        "publisher: {pl: Euroregion Pradziad, cs: Euroregion Praděd}",
    ),
    "long words that show their language": (
        "title: {pl: Zażółć gęślą jaźń oraz życie nad rzeką, cs: Příliš žluťoučký kůň a život u řeky}",
        "subtitle: {pl: Opowieść o tym dla kogo są nasze łąki, cs: Vyprávění o tom pro koho jsou naše louky}",
    ),
    "one title for both, Polish": (
        "title: {pl: Życie nad rzeką oraz jej źródła są dla nas ważne, "
        "cs: Życie nad rzeką oraz jej źródła są dla nas ważne, same: true}",
    ),
    "one title for both, Czech": (
        "title: {pl: Život u řeky je pro nás také důležitý, "
        "cs: Život u řeky je pro nás také důležitý, same: true}",
    ),
    "Czech first": (
        "title: {cs: Kudy kolem řeky Bělé pěšky nebo na kole, pl: Jak wzdłuż Białej pieszo albo rowerem}",
        "publisher: {cs: Město Jeseník a jeho příspěvková organizace, "
        "pl: Miasto Jesionik oraz jego jednostka}",
    ),
    "read one language after the other": (
        "title: {pl: Dwa brzegi – wspólna łąka, cs: Dva břehy – společná louka}",
        "subtitle: {pl: Przewodnik dla każdego kto już tu był, cs: Průvodce pro každého kdo zde již byl}",
        "reading-order: languages",
    ),
    "a name alone": ("title: {pl: Euroregion, cs: Euroregion}",),
}


def write(
    write_folder: Writer, lines: tuple[str, ...], covers: str = "front: generated, back: generated"
) -> Path:
    order = "cs, pl" if lines[0].startswith("title: {cs") else "pl, cs"
    text = "\n".join((*lines, f"languages: [{order}]", "date: 2026-11-29", f"covers: {{{covers}}}"))
    return write_folder(brochure_yaml=f"{text}\nsections: [sections/a.yaml]\n", sections__a_yaml=SECTION)


@pytest.mark.parametrize("name", BROCHURES)
def test_the_judge_agrees_with_every_generated_cover(write_folder: Writer, name: str) -> None:
    _, pdf = make(write(write_folder, BROCHURES[name]))
    report = judge(inspect_file(pdf, render=False), PROFILES["mail"])
    assert report.verdict is Verdict.PASSED, diagnose(report)


def cover_tags(pdf: bytes) -> list[tuple[str, str, str]]:
    cover = next(kid for kid in read_tags(pdf).kids if isinstance(kid, Tag))
    found: list[tuple[str, str, str]] = []

    def walk(tag: Tag) -> None:
        inner = [kid for kid in tag.kids if isinstance(kid, Tag)]
        for kid in inner:
            walk(kid)
        if not inner:
            found.append((tag.kind, tag.language, plain(tag.text)))

    walk(cover)
    return found


def test_a_covers_words_are_text_each_in_its_language(write_folder: Writer) -> None:
    _, pdf = make(write(write_folder, BROCHURES["the case"]))
    assert cover_tags(pdf) == [
        ("H1", "pl", "Rowerem wokół Pradziada"),
        ("H1", "cs", "Na kole kolem Pradědu"),
        ("P", "pl", "Trasy transgraniczne Euroregionu Pradziad"),
        ("P", "cs", "Přeshraniční trasy Euroregionu Praděd"),
        ("P", "pl", "Euroregion Pradziad"),
        ("P", "cs", "Euroregion Praděd"),
    ]


def test_a_cover_is_read_in_one_language_and_then_the_other_where_that_is_wished(
    write_folder: Writer,
) -> None:
    _, pdf = make(write(write_folder, BROCHURES["read one language after the other"]))
    assert [language for _, language, _ in cover_tags(pdf)] == ["pl", "pl", "cs", "cs"]


@pytest.mark.parametrize(
    ("name", "language"), [("one title for both, Polish", "pl"), ("one title for both, Czech", "cs")]
)
def test_shared_words_are_read_in_the_language_they_show(
    write_folder: Writer, name: str, language: str
) -> None:
    _, pdf = make(write(write_folder, BROCHURES[name]))
    assert [(kind, spoken) for kind, spoken, _ in cover_tags(pdf)] == [("H1", language)]


@pytest.mark.parametrize(
    "covers", ["front: generated", "back: generated", "front: generated, back: generated"]
)
def test_links_and_bookmarks_lead_past_the_cover(write_folder: Writer, covers: str) -> None:
    """The table of contents and the outline lead to the page the heading is on."""
    import io

    import pypdf

    _, pdf = make(write(write_folder, BROCHURES["the case"], covers))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    titles = [entry for entry in reader.outline if not isinstance(entry, list)]
    wanted = 1 if "front" in covers else 0
    assert {reader.get_destination_page_number(entry) for entry in titles} == {wanted}
    assert "Trasy rowerowe" in reader.pages[wanted].extract_text().replace("\n", " ")
