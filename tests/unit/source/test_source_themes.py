"""Themes: overrides of every number, bases, own themes, checks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields

from layout.model.colour import Colour
from layout.model.diagnostic import Rejected
from layout.model.records import Struct
from layout.model.theme import TextStyle, Theme
from layout.model.units import mm
from layout.pipeline.inspecting import Content
from layout.resources.places import themes_folder
from layout.source.fields.colours import contrast
from layout.source.themes.fields import KEYS, SIZES, key_of, theme_reader
from tests.contents import read_content
from tests.unit.source.content_folders import BROCHURE, write_content


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(theme: str, files: dict[str, str | bytes] | None = None) -> Content:
    return read_content(write_content(Path("content"), {"brochure.yaml": BROCHURE + theme, **(files or {})}))


@pytest.mark.parametrize("name", sorted(path.stem for path in themes_folder().glob("*.yaml")))
def test_built_in_theme_is_right(name: str) -> None:
    content = read(f"theme: {name}\n")
    assert content.warnings == ()
    assert content.theme.name == content.brochure.theme == name


def changed(value: Any) -> tuple[str, Any]:
    """An override of a theme number as typed, and what it must give."""
    if isinstance(value, bool):
        return str(not value).lower(), not value
    if isinstance(value, float | int):
        step = 0.01 if value < 1 else 1
        return f"{value + step:.6f}" if isinstance(value, float) else str(value + 1), value + step
    if isinstance(value, tuple):
        return ("[Lato]", ("Lato",)) if "Lato" in value else ("[smcp]", ("smcp",))
    return {"Lato": "Source Serif 4", "Source Serif 4": "Lato"}.get(value, "sand"), None


MEASURED_IN_MM = {
    "fold",
    "width",
    "height",
    "inner",
    "outer",
    "top",
    "bottom",
    "gutter",
    "bleed",
    "indent",
} | {
    "title-top",
    "title-width",
    "title-foot",
    "least-width",
}
"""Lengths that are refused without their unit."""

BEYOND_AUTHORS = {"flows", "hang"}


def numbers_of(record: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    found = []
    for field in fields(record):
        if field.name in BEYOND_AUTHORS:
            continue
        value, here = getattr(record, field.name), (*path, key_of(field.name))
        if isinstance(value, Struct):
            found += numbers_of(value, here)
        elif isinstance(value, float | int | tuple):
            found.append((here, value))
    return found


def value_at(theme: Theme, path: tuple[str, ...]) -> Any:
    value: Any = theme
    for key in path:
        value = value[key] if isinstance(value, dict) else getattr(value, key.replace("-", "_"))
    return value


NUMBERS = numbers_of(Theme()) + [
    (("styles", "caption", *path), value) for path, value in numbers_of(Theme().styles["caption"])
]


@pytest.mark.parametrize(("path", "value"), NUMBERS, ids=[".".join(path) for path, _ in NUMBERS])
def test_every_number_can_be_overridden(path: tuple[str, ...], value: Any) -> None:
    typed, expected = changed(value)
    typed += "pt" if path[-1] in MEASURED_IN_MM else ""
    theme = "theme: " + "".join(f"{{{key}: " for key in path) + typed + "}" * len(path) + "\n"
    given = value_at(read(theme).theme, path)
    assert given == pytest.approx(expected) if isinstance(expected, float) else given == expected


PARTS = (
    "fonts",
    "scale",
    "page",
    "justification",
    "cover",
    "titles",
    "table",
    "paging",
    "footnotes",
    "side-notes",
    "pictures",
)


def test_every_key_of_the_table_is_a_field() -> None:
    reader = theme_reader()
    parts: dict[str, Any] = {name: reader.fields[name].reader for name in PARTS}
    known = {f"{part}.{key}" for part, record in parts.items() for key in record.fields}
    known |= {f"style.{key_of(field.name)}" for field in fields(TextStyle)} | set(reader.fields)
    assert set(KEYS) <= known


@pytest.mark.parametrize("name", SIZES)
def test_page_sizes_have_names(name: str) -> None:
    page = read(f"theme: {{page: {{size: {name}}}}}\n").theme.page
    assert (page.width, page.height) == SIZES[name]


def test_own_page_size_and_a_side_of_it() -> None:
    page = read("theme: {page: {size: [148mm, 210mm], height: 200mm}}\n").theme.page
    assert (page.width, page.height) == (mm(148), mm(200))


def test_colours_in_ink_and_light() -> None:
    gold = '{cmyk: [0, 20, 100, 0], rgb: "#336699", spot: PANTONE 871 C}'
    theme = read(f"theme: {{colours: {{gold: {gold}}}, accents: {{pl: gold}}}}\n").theme
    assert theme.colours["gold"] == Colour((0, 0.2, 1, 0), (0.2, 0.4, 0.6), "PANTONE 871 C")
    assert theme.colour("accent", "pl") == theme.colours["gold"]
    assert theme.colour("accent", "cs") == Theme().colour("accent", "cs")


def test_style_override_keeps_the_rest_of_the_style() -> None:
    style = read("theme: {styles: {paragraph: {size: 9pt}}}\n").theme.styles["paragraph"]
    assert (style.size, style.justified, style.hyphenated) == (9.0, True, True)


def test_own_theme_stands_on_its_base_and_brochure_on_it() -> None:
    ours = "base: plain\npage: {inner: 20mm, outer: 20mm}\ncover: {artwork: images/map.png}\n"
    theme = read("theme: {base: ours, page: {outer: 11mm}}\n", {"themes/ours.yaml": ours}).theme
    assert (theme.page.inner, theme.page.outer) == (mm(20), mm(11))
    assert theme.accents["pl"] == "text"
    assert (theme.name, theme.cover.artwork) == ("ours", "images/map.png")


def test_own_theme_may_change_the_built_in_of_its_name() -> None:
    theme = read("", {"themes/two-banks.yaml": "base: two-banks\npage: {inner: 20mm}\n"}).theme
    assert theme.page.inner == mm(20)
    assert theme.mood == "river"


def test_weight_that_is_missing_is_replaced_by_the_nearest() -> None:
    content = read("theme: {styles: {caption: {weight: black, family: Source Serif 4, italic: true}}}\n")
    assert [d.code for d in content.warnings] == ["missing-weight"]
    style = content.theme.styles["caption"]
    assert style.weight == "semibold"
    assert (style.family, style.weight, style.italic) in content.fonts.faces


def test_contrast_is_that_of_the_guidelines() -> None:
    black, white = Colour((0, 0, 0, 1), (0, 0, 0)), Colour((0, 0, 0, 0), (1, 1, 1))
    grey = Colour((0, 0, 0, 0.5), (0x77 / 255,) * 3)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, grey) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("base", ["two-banks", "plain", "two-voices", "one-view", "two-circles"])
def test_a_format_has_a_type_system_of_its_own(base: str, name: str) -> None:
    theme = read(f"theme: {{base: {base}, page: {{size: {name}}}}}\n").theme
    a5 = read(f"theme: {base}\n").theme
    page, text = theme.page, theme.styles["paragraph"]
    wider = sum(page.column_widths) / sum(a5.page.column_widths)
    assert (wider > 1) == (text.size > a5.styles["paragraph"].size)
    assert (wider > 1) == (page.grid > a5.page.grid)
    assert 1.2 <= text.leading / text.size <= 1.4 and text.leading == page.grid
    assert theme.styles["opener"].size > theme.styles["heading1"].size > text.size
    for role, style in theme.styles.items():
        assert style.leading >= style.size, role
        assert style.size >= min(theme.scale.least, a5.styles[role].size), role
    if name == "A5":
        assert theme == a5


@pytest.mark.parametrize("width", range(62, 150, 4))
def test_type_fitted_to_a_narrow_page_is_not_tighter_than_its_size(width: int) -> None:
    styles = read(f"theme: {{page: {{width: {width}mm}}}}\n").theme.styles
    assert all(style.leading >= style.size for style in styles.values())


def test_jumps_grow_with_the_measure() -> None:
    sizes = [read(f"theme: {{page: {{size: {name}}}}}\n").theme.styles for name in ("A6", "A5", "A4")]
    jumps = [styles["opener"].size / styles["paragraph"].size for styles in sizes]
    assert jumps == sorted(jumps) and jumps[0] < jumps[2]


@pytest.mark.parametrize(
    ("typed", "path", "found"),
    [
        ("page: {size: A4, inner: 30mm}", ("page", "inner"), mm(30)),
        ("page: {size: A4}, styles: {paragraph: {size: 9pt}}", ("styles", "paragraph", "size"), 9.0),
        ("page: {size: DL}, cover: {title-top: 40mm}", ("cover", "title-top"), mm(40)),
        ("page: {size: A6}, paragraph-space: 3pt", ("paragraph-space",), 3.0),
        ("page: {size: A4, grid: 15pt}", ("page", "grid"), 15.0),
    ],
)
def test_what_a_format_derives_is_overridden(typed: str, path: tuple[str, ...], found: float) -> None:
    theme = read(f"theme: {{base: two-banks, {typed}}}\n").theme
    value: Any = theme
    for key in path:
        value = value[key] if isinstance(value, Mapping) else getattr(value, key.replace("-", "_"))
    if isinstance(value, TextStyle):
        value = value.size
    assert value == pytest.approx(found)


def test_a_theme_in_five_lines() -> None:
    theme = read(
        "theme:\n  fonts: {text: Lato, headings: Source Serif 4}\n"
        '  colours: {pl: {cmyk: [0, 90, 60, 0], rgb: "#a01040"}, cs: river, common: cornflower}\n'
        "  scale: {text: 10pt, ratio: 1.2}\n  mood: circles\n"
    ).theme
    assert theme.styles["paragraph"].family == theme.styles["list"].family == "Lato"
    assert theme.styles["heading1"].family == theme.styles["caption"].family == "Source Serif 4"
    assert theme.styles["statement"].family == "Ubuntu"
    assert theme.colour("accent", "pl").rgb[0] == pytest.approx(160 / 255)
    assert theme.colour("accent", "cs") == theme.colours["river"]
    assert theme.colour("common") == theme.colours["cornflower"]
    assert theme.styles["folio"].colour == "common"
    assert (theme.styles["paragraph"].size, theme.page.grid) == (10.0, 13.0)
    assert theme.styles["opener"].size < Theme().styles["opener"].size
    assert theme.mood == "circles"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("mood: rivers", "unknown-mood"),
        ("mood: 3", "unknown-mood"),
        ("fonts: {text: Laato}", "unknown-font"),
        ("colours: {pl: bricks}", "unknown-colour"),
        ("colours: {blue: brick}", "expected-mapping"),
        ("scale: {ratio: 9}", "out-of-range"),
    ],
)
def test_mistakes_in_five_lines(typed: str, code: str) -> None:
    with pytest.raises(Rejected) as caught:
        read(f"theme: {{{typed}}}\n")
    assert code in {mistake.code for mistake in caught.value.diagnostics}


def test_plain_keeps_its_promise() -> None:
    theme = read("theme: plain\n").theme
    families = {style.family for role, style in theme.styles.items() if role != "statement"}
    assert families == {"Source Serif 4"}
    used = {theme.colour(style.colour) for style in theme.styles.values()}
    assert {colour.cmyk for colour in used} <= {(0, 0, 0, 1), (0, 0, 0, 0.7)}
    assert theme.colour(theme.cover.ground).cmyk == (0, 0, 0, 0)
