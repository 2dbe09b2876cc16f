"""Slips of people who never wrote YAML are told by name, where they are, with lines that can be pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.patterns import late_pattern
from layout.resources.messages import explain, tell
from layout.resources.spoken import LANGUAGES
from tests.contents import read_content
from tests.slips import SLIPS, Files
from tests.unit.source.content_folders import BROCHURE, write_content

_OPAQUE = late_pattern(r"mapping|mapowani|mapován|token|scalar|YAML|alias|sequence|\bkotw")
"""Words of the format's makers, which nobody in an office knows."""


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def find_mistakes(files: Files) -> tuple[Diagnostic, ...]:
    write_content(Path("content"), files)
    try:
        return read_content(Path("content")).warnings
    except Rejected as rejected:
        return rejected.diagnostics


@pytest.mark.parametrize(
    ("files", "code", "where"), [one[1:] for one in SLIPS], ids=[one[0] for one in SLIPS]
)
def test_slip_is_named_where_it_is(files: Files, code: str, where: str) -> None:
    found = find_mistakes(files)
    assert f"content/{where}: {code}" in [f"{one.where}: {one.code}" for one in found]
    first = next(one for one in found if one.code == code)
    for language in LANGUAGES:
        said = explain(first, language)
        assert said.startswith(f"content/{where}: ")
        assert not _OPAQUE.search(said), said


@pytest.mark.parametrize("files", [one[1] for one in SLIPS], ids=[one[0] for one in SLIPS])
def test_line_that_a_message_gives_works_when_pasted(files: Files) -> None:
    """Each line that is told is put in the place of the one at fault until nothing is said of it."""
    pasted: Files = dict(files)
    for _ in range(3):
        found = [one for one in find_mistakes(pasted) if "meant" in one.values or one.code == "misspelt-date"]
        if not found or found[0].code == "yaml-text-below":
            return
        name = str(found[0].where.file).removeprefix("content/")
        lines = str(pasted.get(name, BROCHURE)).split("\n")
        old = lines[found[0].where.line - 1]
        if "meant" in found[0].values:
            new = old[: len(old) - len(old.lstrip())] + str(found[0].values["meant"])
        else:
            new = f"date: {found[0].values['nearest']}"
        assert new != old
        lines[found[0].where.line - 1] = new
        pasted[name] = "\n".join(lines)
    assert [one.code for one in find_mistakes(pasted) if one.severity.value == "error"] == []


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ("Uwaga: gmina", "pl: 'Uwaga: gmina'"),
        ("[Gmina](https://a.pl) leży", "pl: '[Gmina](https://a.pl) leży'"),
        ("It's: a", 'pl: "It\'s: a"'),
        ("""Rzeka "d'Or": a""", "pl: 'Rzeka \"d''Or\": a'"),
        ("@gmina", "pl: '@gmina'"),
        ('"Odra" płynie', "pl: '\"Odra\" płynie'"),
    ],
)
def test_text_is_quoted_so_that_it_is_read_as_typed(typed: str, pasted: str) -> None:
    found = find_mistakes({"sections/one.yaml": f"- paragraph:\n    pl: {typed}\n    cs: b\n"})
    assert [one.values["meant"] for one in found] == [pasted]
    whole = find_mistakes({"sections/one.yaml": f"- paragraph:\n    {pasted}\n    cs: b\n"})
    assert not [one for one in whole if one.severity.value == "error"]


def test_every_slip_has_a_cure_of_its_own() -> None:
    """Whoever reads only the second half of a message knows what to type."""
    for name, files, code, _ in SLIPS:
        first = next(one for one in find_mistakes(files) if one.code == code)
        for language in LANGUAGES:
            assert len(tell(code, "do", first.values, language)) > 5, name


def test_slip_far_above_is_found() -> None:
    lines = ["- paragraph:", "    pl:Gmina", *("    dalej",) * 500, "    cs: b", ""]
    found = find_mistakes({"sections/one.yaml": "\n".join(lines)})
    assert [f"{one.where.line}: {one.code}" for one in found] == ["2: yaml-colon-space"]
