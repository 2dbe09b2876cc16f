"""Every mistake that content can hold: what is typed, which code it gets, and where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.resources.messages import explain, load_messages
from layout.resources.spoken import LANGUAGES
from layout.source.nodes import parsing as nodes
from tests.contents import read_content
from tests.slips import SLIPS
from tests.told import texts
from tests.unit.source.content_folders import BROCHURE, SECTION, write_content

ONE = "sections/one.yaml"


def section(*lines: str) -> dict[str, str | bytes]:
    return {ONE: "\n".join(lines) + "\n"}


def programme(*times: str) -> dict[str, str | bytes]:
    entries = (f"        - {{time: {time}, pl: a, cs: b}}" for time in times)
    return section("- programme:", "    - day: {pl: a, cs: b}", "      entries:", *entries)


def brochure(*lines: str) -> dict[str, str | bytes]:
    return {"brochure.yaml": BROCHURE + "\n".join(lines) + "\n"}


def theme(text: str) -> dict[str, str | bytes]:
    return brochure(f"theme: {text}")


KEYED = ["- heading: {pl: a, cs: b, id: k2}"]
FACE = "  faces: [{weight: regular, file: a.ttf%s}]"


def fonts(*lines: str) -> dict[str, str | bytes]:
    return {"fonts/fonts.yaml": "\n".join(("Mine:", *lines, "")), "fonts/a.ttf": b"x"}


CASES: list[tuple[dict[str, str | bytes], str, str]] = [
    # folders and files
    ({"brochure.yaml": ""}, "empty-file", "brochure.yaml"),
    ({ONE: b"# nothing\n"}, "empty-file", ONE),
    ({ONE: "- paragraph:\n    pl: ż".encode() + b"\xf3\n"}, "not-utf-8", f"{ONE}:2:10"),
    (section("- paragraph:", "    pl: a\x07b", "    cs: b"), "forbidden-character", f"{ONE}:2:10"),
    (section("- paragraph: {pl: a\u202eb, cs: b}"), "forbidden-character", f"{ONE}:1:20"),
    (section("- paragraph: {pl: a, cs: b\u2067}"), "forbidden-character", f"{ONE}:1:27"),
    (section('- paragraph: {pl: "a\\u200fb", cs: b}'), "forbidden-character", f"{ONE}:1:19"),
    (section("- paragraph: {pl: a, cs: b&#x202E;}"), "forbidden-entity", f"{ONE}:1:27"),
    (section("- paragraph: {pl: a\ue000b, cs: b}"), "forbidden-character", f"{ONE}:1:20"),
    (section('- paragraph: {pl: "a\\0b", cs: b}'), "forbidden-character", f"{ONE}:1:19"),
    (section("- paragraph: {pl: a, cs: b&#xE001;}"), "forbidden-entity", f"{ONE}:1:27"),
    # YAML
    (section("%YAML 9.9", "---", "- a"), "yaml-syntax", f"{ONE}:1:1"),
    (section("- paragraph:", "    pl: Cel: praca", "    cs: b"), "yaml-colon", f"{ONE}:2:12"),
    (section("- list: - a"), "yaml-dash", f"{ONE}:1:9"),
    (section("- paragraph:", "    pl: >-tekst", "    cs: b"), "yaml-block-text", f"{ONE}:2:9"),
    (section("%TITLE x", "- a"), "yaml-character", f"{ONE}:1:1"),
    (section("- ]"), "yaml-character", f"{ONE}:1:3"),
    (section("- paragraph:", "    pl: a", "    słowo", "    cs: b"), "yaml-no-colon", f"{ONE}:3:5"),
    (section("- paragraph:", "    pl: a", "    cs", ""), "yaml-bare-key", f"{ONE}:3:5"),
    (section("- paragraph:", "    pl: `kod` a", "    cs: b"), "yaml-character", f"{ONE}:2:9"),
    (section("- paragraph:", "\tpl: a"), "yaml-tab", f"{ONE}:2:1"),
    (section("- paragraph:", '    pl: "a', "    cs: b"), "yaml-unclosed-quote", f"{ONE}:2:9"),
    (section('- paragraph: {pl: "\\q", cs: b}'), "yaml-escape", f"{ONE}:1:20"),
    (section("- paragraph: {pl: a, cs: b"), "yaml-bracket", f"{ONE}:1:14"),
    (section("- paragraph:", '    pl: "Cytat" dalej', "    cs: b"), "yaml-quoted-start", f"{ONE}:2:9"),
    (section("- paragraph:", "    pl: *Dom*", "    cs: b"), "yaml-alias", f"{ONE}:2:9"),
    (section("- paragraph:", "    pl: &dom x", "    cs: b"), "yaml-anchor", f"{ONE}:2:9"),
    (section("- paragraph:", "    pl: !ważne x", "    cs: b"), "yaml-tag", f"{ONE}:2:9"),
    (section("- paragraph:", "    <<: {pl: a}", "    cs: b"), "yaml-merge", f"{ONE}:2:5"),
    (section("- ? [a]", "  : b"), "yaml-key", f"{ONE}:1:5"),
    (section("- page-break:", "---", "- page-break:"), "yaml-documents", f"{ONE}:2:1"),
    (section("[" * 30), "yaml-too-deep", f"{ONE}:1:25"),
    (section("- paragraph: {pl: a, cs: b, pl: c}"), "duplicate-key", f"{ONE}:1:29"),
    # keys and kinds of values
    (section("- heading: {pl: a, cs: b, levl: 1}"), "misspelt-key", f"{ONE}:1:27"),
    (section("- heading: {pl: a, cz: b}"), "misspelt-key", f"{ONE}:1:20"),
    (section("- heading: {pl: a, cs: b, kolor: 1}"), "unknown-key", f"{ONE}:1:27"),
    ({"brochure.yaml": BROCHURE.replace("date: 2026-11-22\n", "")}, "missing-key", "brochure.yaml:1:1"),
    (section("- page-break: now"), "value-not-wanted", f"{ONE}:1:15"),
    (section("- heading: {pl: a, cs: b, level: }"), "empty-value", f"{ONE}:1:34"),
    (section("- paragraph: {pl: [a], cs: b}"), "expected-text", f"{ONE}:1:19"),
    (brochure("pages: 4"), "expected-mapping", "brochure.yaml:6:8"),
    (section("- paragraph: Tekst"), "expected-pair", f"{ONE}:1:14"),
    (section("- facts: {value: 1}"), "expected-list", f"{ONE}:1:10"),
    (section("- heading: {pl: a, cs: b, opener: yes}"), "expected-flag", f"{ONE}:1:35"),
    (section("- heading: {pl: a, cs: b, level: two}"), "expected-integer", f"{ONE}:1:34"),
    (theme("{justification: {stretch: 50%}}"), "expected-number", "brochure.yaml:6:34"),
    (theme("{page: {inner: 14 milimetrów}}"), "bad-length", "brochure.yaml:6:23"),
    (theme('{page: {inner: "9,2pt"}}'), "bad-length", "brochure.yaml:6:23"),
    (section("- heading: {pl: a, cs: b, level: 4}"), "out-of-range", f"{ONE}:1:34"),
    (theme("{page: {bleed: 30mm}}"), "out-of-range", "brochure.yaml:6:23"),
    ({"brochure.yaml": BROCHURE.replace("2026-11-22", "22. 11. 2026")}, "misspelt-date", "brochure.yaml:3:7"),
    ({"brochure.yaml": BROCHURE.replace("2026-11-22", "2026-02-30")}, "no-such-day", "brochure.yaml:3:7"),
    (theme("{styles: {lead: {weight: boldest}}}"), "unknown-choice", "brochure.yaml:6:33"),
    (theme("{mood: rivers}"), "unknown-mood", "brochure.yaml:6:15"),
    (brochure("isbn: 80-904189-0-1"), "bad-isbn", "brochure.yaml:6:7"),
    (brochure("isbn: 978-80-904189-0-6"), "wrong-isbn", "brochure.yaml:6:7"),
    (
        section("- figure: {file: images/map.png, place: both, decorative: true, crop: {x: 30%, left: 10%}}"),
        "crop-of-what",
        f"{ONE}:1:71",
    ),
    (
        section(
            "- figure: {file: images/map.png, place: both, decorative: true, crop: {left: 60%, width: 50%}}"
        ),
        "crop-outside",
        f"{ONE}:1:71",
    ),
    (
        section("- figure: {file: images/map.png, decorative: true, crop: {x: 30%}, focus: [10%, 10%]}"),
        "crop-and-focus",
        f"{ONE}:1:68",
    ),
    (
        section("- figure: {file: images/map.png, place: bleed, decorative: true, fit: contain}"),
        "fit-of-bleed",
        f"{ONE}:1:66",
    ),
    (section("- facts: []"), "block-empty", f"{ONE}:1:10"),
    (section("- glossary: []"), "block-empty", f"{ONE}:1:13"),
    (section("- practical: [{name: a, map: https://a.cz/1,2}]"), "comma-in-text", f"{ONE}:1:45"),
    (section("- paragraph: {pl: Opole, Brno, cs: b}"), "comma-in-text", f"{ONE}:1:26"),
    (
        section(
            "- map:",
            "    decorative: true",
            "    places:",
            '      - {pl: a, cs: b, at: "50.1, 17.2"}',
            "      - {pl: a, cs: b, at: [50.1, 17.2]}",
        ),
        "bad-coordinates",
        f"{ONE}:4:28",
    ),
    ({"brochure.yaml": BROCHURE.replace("[pl, cs]", "[pl, cs, pl]")}, "list-too-long", "brochure.yaml:2:12"),
    (
        section("- qr: {data: " + "a" * 1001 + ", caption: {pl: a, cs: b}, alt: {pl: a, cs: b}}"),
        "text-too-long",
        f"{ONE}:1:14",
    ),
    (section("- paragraph:", "    pl: " + "a" * 20_001, "    cs: b"), "text-too-long", f"{ONE}:2:9"),
    # languages
    ({"brochure.yaml": BROCHURE.replace("[pl, cs]", "[pl, cz]")}, "unknown-language", "brochure.yaml:2:17"),
    (
        {"brochure.yaml": BROCHURE.replace("[pl, cs]", "[pl, pl]")},
        "same-language-twice",
        "brochure.yaml:2:12",
    ),
    (section("- paragraph: {pl: Tekst}"), "missing-translation", f"{ONE}:1:14"),
    (section("- list: {items: [{pl: a, cs: b}, {cs: b}]}"), "missing-translation", f"{ONE}:1:34"),
    (section("- paragraph: {only: pl, pl: a, cs: b}"), "side-not-wanted", f"{ONE}:1:32"),
    (section("- paragraph: {only: pl}"), "missing-translation", f"{ONE}:1:14"),
    (section("- paragraph: {only: de, pl: b}"), "unknown-choice", f"{ONE}:1:21"),
    (section("- paragraph: {only: both, pl: a}"), "missing-translation", f"{ONE}:1:14"),
    (section("- paragraph:", "    pl: Tekst", "    cs:"), "empty-side", f"{ONE}:3:8"),
    (section("- paragraph:", "    pl: Tekst", "    cs: '\u00a0 '"), "empty-side", f"{ONE}:3:9"),
    (section("- paragraph: {pl: a, cs: '&shy;'}"), "empty-side", f"{ONE}:1:26"),
    # inline markup
    (
        section("- paragraph:", "    pl: |", "      a", "", "      b", "    cs: c"),
        "two-paragraphs",
        f"{ONE}:5:7",
    ),
    (
        section("- paragraph:", "    pl: >-", "      a", "", "      b", "    cs: c"),
        "two-paragraphs",
        f"{ONE}:5:7",
    ),
    (section("- paragraph:", "    pl: >-", "      a", "      b<br>", "    cs: c"), "raw-html", f"{ONE}:4:8"),
    (section("- paragraph: {pl: '![x](y.png)', cs: c}"), "inline-image", f"{ONE}:1:25"),
    (section("- paragraph: {pl: '[x](ftp://y)', cs: c}"), "bad-link", f"{ONE}:1:24"),
    (section("- paragraph: {pl: '[x](javascript:alert(1))', cs: c}"), "bad-link", f"{ONE}:1:24"),
    (section("- paragraph: {pl: '[x]{color=red}', cs: c}"), "bad-attribute", f"{ONE}:1:24"),
    (section("- paragraph: {pl: 'a **b', cs: c}"), "lone-mark", f"{ONE}:1:22"),
    (section("- heading: {pl: 'a^[x]', cs: c}"), "mark-in-title", f"{ONE}:1:19"),
    (section("- heading: {pl: '[a]{index}', cs: c}"), "mark-in-title", f"{ONE}:1:21"),
    (section("- paragraph: {pl: 'a^[ ]', cs: c}"), "empty-note", f"{ONE}:1:21"),
    (section("- paragraph: {pl: 'a^[x^[y]]', cs: c}"), "note-in-note", f"{ONE}:1:24"),
    (section("- paragraph: {pl: 'a^[x]', cs: c}"), "note-without-partner", f"{ONE}:1:32"),
    (section("- paragraph: {pl: a, cs: '[c]{id=a b}'}"), "bad-key", f"{ONE}:1:34"),
    (section("- heading: {pl: a, cs: c, id: '#a'}"), "bad-key", f"{ONE}:1:31"),
    (
        section("- paragraph: {pl: '[a]{id=k} [b]{id=k2} {page=k}', cs: '[c]{id=k}'}", *KEYED),
        "key-twice",
        f"{ONE}:2:3",
    ),
    (section("- paragraph: {pl: '[a]{id=start} {page=stat}', cs: c}"), "misspelt-target", f"{ONE}:1:40"),
    (section("- paragraph: {pl: '[a](#koniec)', cs: c}"), "unknown-target", f"{ONE}:1:25"),
    (section("- index: {title: {pl: a, cs: b}}"), "index-empty", f"{ONE}:1:3"),
    (section("- paragraph:", "    pl: Nagroda #1", "    cs: c"), "comment-in-text", f"{ONE}:2:9"),
    # blocks
    ({ONE: "paragraph: {pl: a, cs: b}\n"}, "expected-blocks", f"{ONE}:1:1"),
    (section("- page-break"), "expected-block", f"{ONE}:1:3"),
    (section("- heading: {pl: a, cs: b}", "  paragraph: {pl: a, cs: b}"), "several-kinds", f"{ONE}:1:3"),
    (section("- paragrph: {pl: a, cs: b}"), "misspelt-block", f"{ONE}:1:3"),
    (section("- zzz: {pl: a, cs: b}"), "unknown-block", f"{ONE}:1:3"),
    (section("[]"), "empty-section", f"{ONE}:1:1"),
    ({"brochure.yaml": BROCHURE.replace("[sections/one.yaml]", "[]")}, "no-sections", "brochure.yaml:5:11"),
    (
        {
            "brochure.yaml": BROCHURE.replace(
                "[sections/one.yaml]", "[sections/one.yaml, sections/../sections/one.yaml]"
            )
        },
        "section-twice",
        "brochure.yaml:5:31",
    ),
    (
        section("- heading: {pl: a, cs: b}", "- heading: {pl: a, cs: b, level: 3}"),
        "level-skipped",
        f"{ONE}:2:3",
    ),
    (section("- heading: {pl: a, cs: b, level: 2}"), "level-skipped", f"{ONE}:1:3"),
    (
        section(
            "- heading: {pl: a, cs: b}",
            "- heading: {only: pl, pl: a, level: 2}",
            "- heading: {pl: a, cs: b, level: 3}",
        ),
        "level-skipped",
        f"{ONE}:3:3",
    ),
    (
        section("- heading: {pl: a, cs: b}", "- heading: {pl: a, cs: b, level: 2, opener: true}"),
        "top-level-only",
        f"{ONE}:2:37",
    ),
    (section("- figure: {file: images/map.png}"), "missing-alternative", f"{ONE}:1:11"),
    (section("- figure: {file: images/map.png, decorative: false}"), "missing-alternative", f"{ONE}:1:11"),
    (section("- qr: {data: a, caption: {pl: a, cs: b}}"), "missing-alternative", f"{ONE}:1:7"),
    (
        section("- figure: {file: images/map.png, alt: {pl: a, cs: b}, decorative: true}"),
        "alternative-of-decoration",
        f"{ONE}:1:55",
    ),
    (
        section("- figure: {file: images/map.png, place: lft, decorative: true}"),
        "unknown-place",
        f"{ONE}:1:41",
    ),
    (section("- table: {head: [a, b], rows: [[a, b], [a]]}"), "row-length", f"{ONE}:1:40"),
    (section("- table: {align: [left], head: [a, b], rows: [[a, b]]}"), "column-count", f"{ONE}:1:18"),
    (section("- table: {widths: [5px], head: [a], rows: [[a]]}"), "bad-column-width", f"{ONE}:1:20"),
    (
        section("- figure: {file: images/map.png, place: bleed, width: 20mm, decorative: true}"),
        "width-of-bleed",
        f"{ONE}:1:48",
    ),
    (
        section("- figure: {focus: [10%, 110%], file: images/map.png, decorative: true}"),
        "bad-part",
        f"{ONE}:1:25",
    ),
    # files that content names
    (section("- figure: {file: images/nothing-such.png, decorative: true}"), "missing-file", f"{ONE}:1:18"),
    (section("- figure: {file: images, decorative: true}"), "missing-file", f"{ONE}:1:18"),
    (section("- figure: {file: images/mpa.png, decorative: true}"), "misspelt-file", f"{ONE}:1:18"),
    (section("- figure: {file: images/MAP.PNG, decorative: true}"), "misspelt-file", f"{ONE}:1:18"),
    (section("- figure: {file: /etc/passwd, decorative: true}"), "absolute-path", f"{ONE}:1:18"),
    (section("- figure: {file: 'C:\\map.png', decorative: true}"), "absolute-path", f"{ONE}:1:18"),
    (section("- figure: {file: ../secret.png, decorative: true}"), "outside-folder", f"{ONE}:1:18"),
    (section("- figure: {file: images/../.., decorative: true}"), "outside-folder", f"{ONE}:1:18"),
    (
        section("- figure: {file: 'https://example.org/a.png', decorative: true}"),
        "remote-file",
        f"{ONE}:1:18",
    ),
    (section("- figure: {file: 'file:/etc/passwd', decorative: true}"), "remote-file", f"{ONE}:1:18"),
    # settings of the brochure
    (brochure("covers: {front: generatd}"), "unknown-cover", "brochure.yaml:6:17"),
    (brochure("covers: {front: {file: images/map.png}}"), "missing-alternative", "brochure.yaml:6:17"),
    (brochure("typography: {off: [T18]}"), "unknown-rule", "brochure.yaml:6:20"),
    (brochure("translation: {off: [lenght]}"), "unknown-translation-rule", "brochure.yaml:6:21"),
    (brochure("typography: {exceptions: {pl: [kon kurs]}}"), "bad-exception", "brochure.yaml:6:32"),
    # themes
    (theme("two-bank"), "unknown-theme", "brochure.yaml:6:8"),
    (theme("../../etc"), "unknown-theme", "brochure.yaml:6:8"),
    (theme("{base: nothing}"), "unknown-theme", "brochure.yaml:6:15"),
    (
        {**theme("a"), "themes/a.yaml": "base: b\n", "themes/b.yaml": "base: a\n"},
        "theme-loop",
        "themes/b.yaml:1:7",
    ),
    (theme("{styles: {paragrph: {size: 9}}}"), "unknown-style", "brochure.yaml:6:18"),
    (theme("{accents: {de: river}}"), "unknown-accent", "brochure.yaml:6:19"),
    (theme("{page: {size: A7}}"), "unknown-page-size", "brochure.yaml:6:22"),
    (theme("{styles: {lead: {colour: birck}}}"), "unknown-colour", "brochure.yaml:6:33"),
    (theme("{accents: {pl: birck}}"), "unknown-colour", "brochure.yaml:6:23"),
    (theme("{cover: {ground: birck}}"), "unknown-colour", "brochure.yaml:6:25"),
    (theme('{colours: {x: {cmyk: [0, 0, 0, 1], rgb: "red"}}}'), "bad-colour", "brochure.yaml:6:48"),
    (
        brochure("theme:", "  colours:", "    x:", "      cmyk: [0, 0, 0, 1]", "      rgb: #b02b29"),
        "unquoted-colour",
        "brochure.yaml:10:11",
    ),
    (theme('{colours: {x: {cmyk: [0, 0, 1], rgb: "#000000"}}}'), "list-too-short", "brochure.yaml:6:29"),
    (theme('{colours: {Dark Red: {cmyk: [0, 0, 0, 1], rgb: "#000000"}}}'), "bad-name", "brochure.yaml:6:19"),
    (theme("{styles: {lead: {features: [small]}}}"), "bad-feature", "brochure.yaml:6:36"),
    (theme("{page: {inner: 70mm, outer: 75mm}}"), "margins-too-wide", "brochure.yaml:6:23"),
    (theme("{page: {top: 180mm}}"), "margins-too-high", "brochure.yaml:6:21"),
    (theme("{page: {width: 58mm}}"), "narrow-column", "brochure.yaml:6:23"),
    (theme("{page: {size: A6, left-share: 0.2}}"), "narrow-column", "brochure.yaml:6:22"),
    (theme("{styles: {paragraph: {size: 14pt}}}"), "tight-leading", "brochure.yaml:6:36"),
    (
        theme('{colours: {brick: {cmyk: [0, 20, 20, 0], rgb: "#eebbbb"}}}'),
        "low-contrast",
        "brochure.yaml:6:26",
    ),
    # fonts
    (theme("{styles: {lead: {family: Arial}}}"), "unknown-font", "brochure.yaml:6:33"),
    (theme("{styles: {lead: {family: Lato, weight: semibold}}}"), "missing-weight", "brochure.yaml:6:47"),
    (fonts("  licence: OFL", FACE % ", sha256: xyz"), "bad-digest", "fonts/fonts.yaml:3:50"),
    (fonts("  licence: OFL", FACE % f", sha256: {'0' * 64}"), "wrong-digest", "fonts/fonts.yaml:3:11"),
    (fonts(FACE % ""), "missing-key", "fonts/fonts.yaml:2:3"),
    # practical notes and maps
    (section("- practical:", "    - {name: a, number: 11a}"), "bad-phone-number", f"{ONE}:2:25"),
    (section("- practical:", "    - {name: a, number: +48  800}"), "bad-phone-number", f"{ONE}:2:25"),
    (section("- practical:", "    - {name: a, map: 'javascript:alert(1)'}"), "bad-map", f"{ONE}:2:22"),
    (section("- practical:", "    - {name: a, map: 'geo:999,17.2'}"), "bad-map", f"{ONE}:2:22"),
    (section("- notes: {ruling: squared}"), "unknown-choice", f"{ONE}:1:19"),
    (
        section(
            "- map:",
            "    alt: {pl: a, cs: b}",
            "    places:",
            "      - {pl: a, cs: b, at: [97.1, 17.9]}",
            "      - {pl: a, cs: b, at: [50.1, 17.9]}",
        ),
        "out-of-range",
        f"{ONE}:4:29",
    ),
    (
        section("- map:", "    places:", *["      - {pl: a, cs: b, at: [50.1, 17.9]}"] * 2),
        "missing-alternative",
        f"{ONE}:2:5",
    ),
    (
        section(
            "- map:",
            "    decorative: true",
            "    places:",
            *["      - {pl: a, cs: b, at: [50.1, 17.9]}"] * 2,
        ),
        "map-same-point",
        f"{ONE}:5:9",
    ),
    # programme
    (programme("rano"), "bad-time", f"{ONE}:4:18"),
    (programme("9:75"), "no-such-time", f"{ONE}:4:18"),
    (programme("10:00–9:00"), "time-ends-early", f"{ONE}:4:24"),
    (programme("10:00", "9:00"), "time-out-of-order", f"{ONE}:5:18"),
    (programme("9:00–11:00", "10:00"), "times-overlap", f"{ONE}:5:18"),
]

ELSEWHERE = {
    "no-folder",
    "no-brochure",
    "no-document",
    "no-yaml-document",
    "unreadable-file",
    "leads-outside",
    "file-too-large",
    "too-many-mistakes",
    "yaml-too-many",
    "person-twice",
    "term-twice",
    "font-broken",
    "font-collection",
    "font-file-unread",
    "font-forbidden",
    "font-no-space",
    "font-postscript",
    "font-unknown",
    "font-web",
    "font-weight-axis",
    "font-whole",
    "font-without-outlines",
}
"""Codes that other tests provoke: most need more than a file's text."""


def read_mistakes(files: dict[str, str | bytes]) -> tuple[Diagnostic, ...]:
    write_content(Path("content"), files)
    try:
        return read_content(Path("content")).warnings
    except Rejected as rejected:
        return rejected.diagnostics


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("files", "code", "where"), CASES, ids=[f"{case[1]} {case[2]}" for case in CASES])
def test_mistake_is_named_with_its_place(files: dict[str, str | bytes], code: str, where: str) -> None:
    found = read_mistakes(files)
    assert [(d.code, str(d.where)) for d in found] == [(code, f"content/{where}")]
    for language in LANGUAGES:
        assert explain(found[0], language).startswith(f"content/{where}: ")
    assert found[0].severity.value == load_messages()[code]["severity"]


def test_every_message_of_the_area_is_provoked() -> None:
    import tomllib

    from layout.resources.places import messages_folder

    catalogue = tomllib.loads((messages_folder() / "source.toml").read_text("utf-8"))
    assert {code for _, code, _ in CASES} | {code for _, _, code, _ in SLIPS} | ELSEWHERE == set(catalogue)


def codes_of(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.where}: {d.code}" for d in found]


def explained(folder: str) -> list[str]:
    with pytest.raises(Rejected) as caught:
        read_content(Path(folder))
    for diagnostic in caught.value.diagnostics:
        for language in LANGUAGES:
            explain(diagnostic, language)
    return codes_of(caught.value.diagnostics)


def test_folder_and_brochure_must_be_there(tmp_path: Path) -> None:
    assert explained("content") == ["content: no-folder"]
    (tmp_path / "content").mkdir()
    assert explained("content") == ["content: no-brochure"]
    assert explained("content/visit.yaml") == ["content/visit.yaml: no-document"]
    (tmp_path / "content/visit.txt").write_text("Text")
    assert explained("content/visit.txt") == ["content/visit.txt: no-yaml-document"]


def test_all_mistakes_of_all_files_are_told_at_once_in_order() -> None:
    found = read_mistakes(
        {
            "brochure.yaml": BROCHURE.replace("2026-11-22", "soon").replace(
                "[sections/one.yaml]", "[sections/one.yaml, sections/two.yaml, sections/no.yaml]"
            )
            + "theme: {page: {inner: wide}, styles: {led: {size: 1}}}\nsubtitel: {pl: a, cs: b}\n",
            ONE: "- paragraph: {pl: a}\n- heading: {pl: a, cs: b, level: 9, opener: 1}\n- pargraph: {}\n",
            "sections/two.yaml": "- list: {items: [{pl: a, cs: }, {pl: '<b>', cs: '<i>'}]}\n- a: [\n",
        }
    )
    assert codes_of(found) == [
        "content/brochure.yaml:3:7: bad-date",
        "content/brochure.yaml:5:50: misspelt-file",
        "content/brochure.yaml:6:23: bad-length",
        "content/brochure.yaml:6:39: unknown-style",
        "content/brochure.yaml:7:1: misspelt-key",
        "content/sections/one.yaml:1:14: missing-translation",
        "content/sections/one.yaml:2:34: out-of-range",
        "content/sections/one.yaml:2:45: expected-flag",
        "content/sections/one.yaml:3:3: misspelt-block",
        "content/sections/two.yaml:3:1: yaml-bracket",
    ]


def test_misspelt_key_is_not_also_called_missing() -> None:
    found = read_mistakes({"brochure.yaml": BROCHURE.replace("publisher:", "publsher:")})
    assert codes_of(found) == ["content/brochure.yaml:4:1: misspelt-key"]
    assert texts(found[0])["nearest"] == "publisher"


def test_links_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "secret.yaml").write_text("- page-break:\n")
    write_content(tmp_path / "content", section("- figure: {file: images/link.png, decorative: true}"))
    (tmp_path / "content/images/link.png").symlink_to(tmp_path / "secret.png")
    assert explained("content") == ["content/sections/one.yaml:1:18: outside-folder"]
    (tmp_path / "content" / ONE).unlink()
    (tmp_path / "content" / ONE).symlink_to(tmp_path / "secret.yaml")
    assert explained("content") == ["content/brochure.yaml:5:12: outside-folder"]
    (tmp_path / "content/themes").mkdir()
    (tmp_path / "content/themes/own.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "content/brochure.yaml").write_text(BROCHURE + "theme: own\n")
    assert "content/themes/own.yaml: leads-outside" in explained("content")


def test_links_inside_the_folder_are_followed(tmp_path: Path) -> None:
    write_content(tmp_path / "real", section("- figure: {file: images/link.png, decorative: true}"))
    (tmp_path / "real/images/link.png").symlink_to("map.png")
    (tmp_path / "content").symlink_to("real")
    assert read_content(Path("content")).warnings == ()


def test_link_to_itself_is_a_missing_file(tmp_path: Path) -> None:
    write_content(tmp_path / "content", section("- figure: {file: images/loop.png, decorative: true}"))
    (tmp_path / "content/images/loop.png").symlink_to("loop.png")
    assert explained("content") == ["content/sections/one.yaml:1:18: missing-file"]


def test_file_that_fails_while_read_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_content(tmp_path / "content", {})
    whole = os.open

    def fail(path: object, *args: int) -> int:
        if str(path).endswith("one.yaml"):
            raise PermissionError(13, "Permission denied")
        return whole(path, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", fail)
    assert explained("content") == ["content/sections/one.yaml: unreadable-file"]


def test_large_file_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.source.fields.files.LARGEST_FILE", 4000)
    monkeypatch.setattr(nodes, "LARGEST_FILE", 4000)
    write_content(Path("content"), {ONE: SECTION * 200})
    assert explained("content") == ["content/sections/one.yaml: file-too-large"]


def test_file_of_very_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MOST_NODES", 300)
    write_content(Path("content"), {ONE: SECTION * 100})
    assert explained("content")[0].endswith(": yaml-too-many")


def test_mistakes_end_somewhere() -> None:
    write_content(Path("content"), {ONE: "- x:\n" * 5000})
    found = explained("content")
    assert found[-1].endswith("too-many-mistakes")
    assert len(found) == 1001


def test_warnings_do_not_stop_the_build() -> None:
    found = read_mistakes(section("- paragraph: {pl: 'a ** b', cs: c}"))
    assert [d.severity for d in found] == [Severity.WARNING]


def test_coordinates_are_shown_as_they_should_be_written() -> None:
    places = ['"50.1, 17.2"', "50.1 17.2", "north"]
    lines = (f"      - {{pl: a, cs: b, at: {place}}}" for place in places)
    found = read_mistakes(section("- map:", "    decorative: true", "    places:", *lines))
    assert [texts(one)["example"] for one in found] == ["[50.1, 17.2]"] * 2 + ["[50.671, 17.926]"]


@pytest.mark.parametrize(
    "line",
    [
        "- map: {decorative: true, places: [{pl: a, cs: b, at: [50, 17]}]}",
        "- participants: [{delegation: {pl: a, cs: b}, people: []}]",
    ],
)
def test_a_key_that_must_be_there_is_not_to_be_removed(line: str) -> None:
    (found,) = read_mistakes(section(line))
    assert found.code == "list-too-short"
    assert "remove" not in explain(found, "en")
