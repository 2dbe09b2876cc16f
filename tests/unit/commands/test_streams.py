"""Every command speaks to consoles of old code pages, to closed and to full places, without a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from layout.__main__ import main
from tests.conftest import ROOT

ENCODINGS = ("cp1250", "cp852", "cp437", "latin-1", "ascii", "utf-8")
CONTENT = ROOT / "tests" / "fixtures"


class Sink(io.BytesIO):
    """Bytes that can be read after their text stream is gone."""

    def close(self) -> None:
        """Stays open."""


@contextmanager
def console(encoding: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Standard output and error as Python opens them on such a console."""
    raw = Sink(), Sink()
    with monkeypatch.context() as patch:
        for name, sink in zip(("stdout", "stderr"), raw, strict=True):
            errors = "strict" if name == "stdout" else "backslashreplace"
            patch.setattr(sys, name, io.TextIOWrapper(sink, encoding=encoding, errors=errors))
        yield raw


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A brochure whose words, folder and mistakes are full of Polish and Czech letters."""
    folder = tmp_path / "Příliš żółty"
    (folder / "sections").mkdir(parents=True)
    (folder / "brochure.yaml").write_text(
        "title: {pl: Źródła – „łąka”, cs: Prameny → louka}\nlanguages: [pl, cs]\ndate: 2026-01-01\n"
        "pages: {multiple: 1}\nsections: [sections/ř.yaml]\n",
        "utf-8",
    )
    (folder / "sections" / "ř.yaml").write_text(
        '- paragraph: {pl: "W 2016 r. było \\"źle\\" - 10 %.", cs: "V roce 2016 bylo \\"zle\\" - 10 %."}\n',
        "utf-8",
    )
    (folder / "bad.yaml").write_text(
        "titel: {pl: żółć}\nlanguages: [pl, cs]\nsections: [sections/ů.yaml]\n", "utf-8"
    )
    (folder / "text.txt").write_text("Żółta łąka.\n\nŽlutá louka → ř.\n\nGęś jest też.\n", "utf-8")
    (folder / "no.pdf").write_bytes(b"no PDF")
    return folder


COMMANDS = {
    "help": ["--help"],
    "check": ["check", "{}", "--verbose"],
    "mistakes": ["check", "{}/bad.yaml"],
    "build": ["build", "{}", "-e", "screen", "-o", "{}/out"],
    "import": ["import", "{}/text.txt", "-o", "{}/new"],
    "preflight": ["preflight", "{}/no.pdf"],
    "json": ["preflight", "{}/no.pdf", "--json"],
    "judged": ["preflight", "{judged}", "--no-render"],
    "judged json": ["preflight", "{judged}", "--no-render", "--json"],
    "impose": ["impose", "{}/no.pdf", "-o", "{}/out.pdf"],
    "compare": ["compare", "{}/no.pdf", "{}/ř.pdf"],
    "mail": ["mail", "{}", "--recipients", "{}/lidé.csv", "-o", "{}/out"],
    "misuse": ["check", "--ověřit"],
    "misspelt": ["chęck"],
    **{
        f"{name} help": [name, "--help"]
        for name in ("build", "mail", "text", "impose", "preflight", "import")
    },
}


@pytest.fixture(scope="module")
def judged() -> Path:
    """A finished PDF of another program."""
    return next((ROOT / "tests" / "unit" / "output" / "imposition" / "fixtures").glob("typst.pdf"))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "pl", "cs"])
def test_every_command_on_every_console(
    command: str, encoding: str, language: str, content: Path, judged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On one that claims to be ASCII click writes UTF-8: such a claim is mostly a locale not set."""
    words = [word.replace("{judged}", str(judged)).replace("{}", str(content)) for word in COMMANDS[command]]
    if "help" not in command:
        words += ["--messages", language]
    codes, said = [], []
    for at in (encoding, "utf-8"):
        monkeypatch.setattr(sys, "argv", ["make_pdf.py", *words])
        with console(at, monkeypatch) as (out, err), pytest.raises(SystemExit) as ended:
            main()
        codes.append(ended.value.code)
        shown = "utf-8" if at == "ascii" else at
        said.append(
            (out.getvalue().decode("utf-8" if "json" in command else shown), err.getvalue().decode(shown))
        )
        for made in (content / "new" / "brochure.yaml",):
            made.unlink(missing_ok=True)
    assert codes[0] == codes[1]
    assert len(said[0][0].splitlines()) == len(said[1][0].splitlines())
    assert len(said[0][1].splitlines()) == len(said[1][1].splitlines())
    assert "Traceback" not in said[0][1] and "\\u" not in said[0][0] + said[0][1]
    if "json" in command:
        assert said[0][0] == said[1][0] and json.loads(said[0][0])


def run(words: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    """The command line run by a shell in the repository's folder."""
    return subprocess.run(
        ["sh", "-c", words.replace("szpalta", f"{sys.executable} make_pdf.py")],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("szpalta text --lang pl <&-", 1),
        ("echo slovo | szpalta text --lang cs >&-", 1),
        ("echo slovo | szpalta text --lang cs 2>&-", 0),
        ("szpalta text --lang pl <&- >&- 2>&-", 1),
        ("szpalta check content/none >&-", 1),
        ("szpalta check content/none 2>&-", 1),
        ("szpalta --help >&-", 0),
        ("szpalta --help | :", 0),
        ("szpalta build --oops 2>&-", 2),
    ],
)
def test_closed_streams(words: str, status: int) -> None:
    done = run(words)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr and b"ignored" not in done.stderr
    assert done.stderr.count(b"\n") <= (6 if "help" in words else 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", ["szpalta --help >/dev/full", "echo a | szpalta text --lang pl >/dev/full"])
def test_a_full_output(words: str) -> None:
    done = run(words)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr and b"ignored" not in done.stderr
    assert done.stderr.count(b"\n") <= 2


def test_a_name_that_is_no_text_comes_out_as_it_is(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xb1\xb3"
    done = subprocess.run(
        [sys.executable, "make_pdf.py", "init", name], cwd=ROOT, capture_output=True, check=True
    )
    assert name in done.stdout + done.stderr
