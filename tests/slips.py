"""What people who never wrote YAML type by mistake: the files, the code that answers, and where it points."""

from __future__ import annotations

from tests.unit.source.content_folders import BROCHURE

ONE = "sections/one.yaml"
Files = dict[str, str | bytes]


def section(*lines: str) -> Files:
    return {ONE: "\n".join(lines) + "\n"}


def brochure(*lines: str) -> Files:
    return {"brochure.yaml": BROCHURE + "\n".join(lines) + "\n"}


def dated(day: str) -> Files:
    return {"brochure.yaml": BROCHURE.replace("2026-11-22", day)}


def paragraph(pl: str, *after: str) -> Files:
    return section("- paragraph:", f"    pl: {pl}", *after, "    cs: Obec")


def figure(*lines: str) -> Files:
    return section("- figure:", "    file: images/map.png", "    alt: {pl: a, cs: b}", *lines)


SLIPS: list[tuple[str, Files, str, str]] = [
    # a colon, an equals sign, a dash
    (
        "no space, left side",
        section("- paragraph:", "    pl:Gmina", "    cs: b"),
        "yaml-colon-space",
        f"{ONE}:2:7",
    ),
    (
        "no space, right side",
        section("- paragraph:", "    pl: a", "    cs:Obec"),
        "yaml-colon-space",
        f"{ONE}:3:7",
    ),
    (
        "no space, both sides",
        section("- paragraph:", "    pl:a", "    cs:b"),
        "yaml-colon-space",
        f"{ONE}:2:5",
    ),
    ("no space in braces", section("- paragraph: {pl:Gmina, cs: b}"), "yaml-colon-space", f"{ONE}:1:15"),
    ("no space before braces", section("- paragraph:{pl: a, cs: b}"), "yaml-colon-space", f"{ONE}:1:12"),
    (
        "no-break space after a colon",
        section("- paragraph:", "    pl:\u00a0a", "    cs: b"),
        "yaml-colon-space",
        f"{ONE}:2:7",
    ),
    (
        "no space in settings",
        {"brochure.yaml": BROCHURE.replace("date: ", "date:")},
        "yaml-colon-space",
        "brochure.yaml:3:5",
    ),
    ("equals sign", section("- paragraph:", "    pl = Gmina", "    cs: b"), "yaml-equals", f"{ONE}:2:7"),
    (
        "equals sign, right side",
        section("- paragraph:", "    pl: a", "    cs = b"),
        "yaml-equals",
        f"{ONE}:3:7",
    ),
    ("no colon after a side", section("- paragraph:", "    pl: a", "    cs"), "yaml-bare-key", f"{ONE}:3:5"),
    (
        "side and text without colon",
        section("- paragraph:", "    pl: a", "    cs Obec Hlučín"),
        "yaml-bare-key",
        f"{ONE}:3:5",
    ),
    (
        "no colon after a block",
        section("- paragraph", "    pl: a", "    cs: b"),
        "yaml-bare-key",
        f"{ONE}:1:3",
    ),
    (
        "no dash before a block",
        section("- heading: {pl: a, cs: b}", "paragraph:", "    pl: a", "    cs: b"),
        "yaml-no-dash",
        f"{ONE}:2:1",
    ),
    (
        "no dash before a block in braces",
        section("- heading: {pl: a, cs: b}", "paragraph: {pl: a, cs: b}"),
        "yaml-no-dash",
        f"{ONE}:2:1",
    ),
    (
        "no dash before an item",
        section("- list:", "    - {pl: a, cs: b}", "    {pl: c, cs: d}"),
        "yaml-no-dash",
        f"{ONE}:3:5",
    ),
    (
        "no dash, item indented",
        section("- list:", "    - {pl: a, cs: b}", "      {pl: c, cs: d}"),
        "yaml-no-dash",
        f"{ONE}:3:7",
    ),
    (
        "dash without space",
        section("- heading: {pl: a, cs: b}", "-paragraph:", "    pl: a", "    cs: b"),
        "yaml-dash-space",
        f"{ONE}:2:1",
    ),
    (
        "first dash without space",
        section("-paragraph:", "    pl: a", "    cs: b", "- page-break:"),
        "yaml-dash-space",
        f"{ONE}:1:1",
    ),
    ("item behind its key", section("- list: - a"), "yaml-dash", f"{ONE}:1:9"),
    # white space
    (
        "no-break spaces",
        section("- paragraph:", "\u00a0\u00a0\u00a0\u00a0pl: a", "    cs: b"),
        "yaml-strange-space",
        f"{ONE}:2:1",
    ),
    (
        "no-break spaces everywhere",
        section("- paragraph:", "\u00a0\u00a0pl: a", "\u00a0\u00a0cs: b"),
        "yaml-strange-space",
        f"{ONE}:2:1",
    ),
    (
        "no-break space after other spaces",
        section("- paragraph:", "    pl: a", "   \u00a0cs: b"),
        "yaml-strange-space",
        f"{ONE}:3:4",
    ),
    (
        "thin spaces",
        section("- paragraph:", "    pl: a", "\u2009\u2009cs: b"),
        "yaml-strange-space",
        f"{ONE}:3:1",
    ),
    ("tab", section("- paragraph:", "\tpl: a", "\tcs: b"), "yaml-tab", f"{ONE}:2:1"),
    ("tab on one line", section("- paragraph:", "    pl: a", "\tcs: b"), "yaml-tab", f"{ONE}:3:1"),
    ("tab after spaces", section("- paragraph:", "    pl: a", "  \tcs: b"), "yaml-tab", f"{ONE}:3:3"),
    ("a space too few", section("- paragraph:", "    pl: a", "   cs: b"), "yaml-depth", f"{ONE}:3:4"),
    ("a space too many", section("- paragraph:", "    pl: a", "     cs: b"), "yaml-depth", f"{ONE}:3:6"),
    (
        "a block set in",
        section("- paragraph:", "    pl: a", "    cs: b", "  - page-break:"),
        "yaml-depth",
        f"{ONE}:4:3",
    ),
    (
        "an item set back",
        section("- list:", "    - {pl: a, cs: b}", "   - {pl: c, cs: d}"),
        "yaml-depth",
        f"{ONE}:3:4",
    ),
    ("a setting set in", brochure(" theme: plain"), "yaml-depth", "brochure.yaml:6:2"),
    ("an item under a text", brochure("theme: plain", "- two-banks"), "yaml-indent", "brochure.yaml:7:1"),
    ("text not set in", paragraph("Gmina leży", "    nad Odrą"), "yaml-no-colon", f"{ONE}:3:5"),
    (
        "second paragraph not set in",
        paragraph("Gmina leży", "", "    Nad Odrą"),
        "yaml-no-colon",
        f"{ONE}:4:5",
    ),
    # texts that need quotes
    ("colon in a text", paragraph("Uwaga: gmina"), "yaml-colon", f"{ONE}:2:14"),
    (
        "colon in an item",
        section("- list:", "    - {pl: a, cs: b}", "    - {pl: Cel: praca, cs: b}"),
        "yaml-colon",
        f"{ONE}:3:15",
    ),
    ("colon in a long text", paragraph("Uwaga: gmina", "      nad Odrą"), "yaml-text-below", f"{ONE}:2:9"),
    (
        "colon further down a text",
        paragraph("Gmina", "      Uwaga: nad Odrą"),
        "yaml-text-below",
        f"{ONE}:2:9",
    ),
    ("link at the start", paragraph("[Gmina](https://gmina.pl) leży"), "yaml-bracket-text", f"{ONE}:2:9"),
    ("bracket at the start", paragraph("[1] Gmina"), "yaml-bracket-text", f"{ONE}:2:9"),
    ("brace at the start", paragraph("{imię} i nazwisko"), "yaml-bracket-text", f"{ONE}:2:9"),
    (
        "link in braces",
        section("- paragraph: {pl: [Gmina](https://gmina.pl), cs: b}"),
        "yaml-bracket-text",
        f"{ONE}:1:19",
    ),
    ("quotation at the start", paragraph('"Odra" płynie'), "yaml-quoted-start", f"{ONE}:2:9"),
    ("apostrophes at the start", paragraph("'Odra' płynie"), "yaml-quoted-start", f"{ONE}:2:9"),
    ("per cent at the start", paragraph("%20 zniżki"), "yaml-character", f"{ONE}:2:9"),
    ("at sign at the start", paragraph("@gmina"), "yaml-character", f"{ONE}:2:9"),
    ("accent at the start", paragraph("`kod` gminy"), "yaml-character", f"{ONE}:2:9"),
    ("question mark at the start", paragraph("? i co dalej"), "yaml-character", f"{ONE}:2:9"),
    ("per cent at the start of a file", section("%TITLE x", "- a"), "yaml-character", f"{ONE}:1:1"),
    ("asterisk at the start", paragraph("*Odra* płynie"), "yaml-alias", f"{ONE}:2:9"),
    ("quote not closed", paragraph('"Odra płynie'), "yaml-unclosed-quote", f"{ONE}:2:9"),
    (
        "brace not closed",
        section("- paragraph: {pl: a, cs: b", "- paragraph: {pl: c, cs: d}"),
        "yaml-bracket",
        f"{ONE}:1:14",
    ),
    ("brace too many", section("- paragraph: {pl: a, cs: b}}"), "yaml-bracket-extra", f"{ONE}:1:28"),
    ("comma in braces", section("- paragraph: {pl: Odra, Nysa, cs: b}"), "comma-in-text", f"{ONE}:1:25"),
    ("number sign in braces", section("- paragraph: {pl: Sala #3, cs: b}"), "yaml-comment", f"{ONE}:1:24"),
    ("number sign in a text", paragraph("Sala #3"), "comment-in-text", f"{ONE}:2:9"),
    (
        "colour without quotes",
        brochure("theme:", "  base: plain", "  colours:", "    red: {cmyk: [0, 100, 100, 0], rgb: #ff0000}"),
        "yaml-comment",
        "brochure.yaml:9:40",
    ),
    (
        "colour without quotes, alone",
        brochure("theme:", "  colours:", "    red:", "      cmyk: [0, 100, 100, 0]", "      rgb: #ff0000"),
        "unquoted-colour",
        "brochure.yaml:10:11",
    ),
    ("three dashes", section("- page-break:", "---", "- page-break:"), "yaml-documents", f"{ONE}:2:1"),
    # numbers, days, units, languages
    ("height without unit", figure("    height: 60"), "length-unit", f"{ONE}:4:13"),
    ("width without unit", figure("    width: 60.5"), "length-unit", f"{ONE}:4:12"),
    (
        "size without unit",
        section("- qr: {data: 'https://a.pl', size: 20, caption: {pl: a, cs: b}, alt: {pl: a, cs: b}}"),
        "length-unit",
        f"{ONE}:1:36",
    ),
    ("bleed without unit", brochure("theme: {page: {bleed: 5}}"), "length-unit", "brochure.yaml:6:23"),
    ("unit in a foreign spelling", figure("    height: 60 milimetrów"), "bad-length", f"{ONE}:4:13"),
    ("day that does not exist", dated("2026-11-31"), "no-such-day", "brochure.yaml:3:7"),
    ("leap day", dated("2026-02-29"), "no-such-day", "brochure.yaml:3:7"),
    ("month and day swapped", dated("2026-22-11"), "no-such-month", "brochure.yaml:3:7"),
    ("day first", dated("22. 11. 2026"), "misspelt-date", "brochure.yaml:3:7"),
    ("short month", dated("2026-1-5"), "misspelt-date", "brochure.yaml:3:7"),
    ("month in words", dated("22 listopada 2026"), "bad-date", "brochure.yaml:3:7"),
    ("country for a language", section("- paragraph: {pl: a, cz: b}"), "misspelt-key", f"{ONE}:1:22"),
    ("Windows-1250", {ONE: "- paragraph: {pl: Gęś, cs: b}\n".encode("cp1250")}, "not-utf-8", f"{ONE}:1:20"),
    ("UTF-16", {ONE: "- paragraph: {pl: Gęś, cs: b}\n".encode("utf-16")}, "not-utf-8", f"{ONE}:1:1"),
    ("small letters in a name", section("- paragraf: {pl: a, cs: b}"), "misspelt-block", f"{ONE}:1:3"),
    ("one side only", section("- paragraph: {pl: a}"), "missing-translation", f"{ONE}:1:14"),
]
"""Name, files, code and place of each."""
