"""Takes brochures of several lengths, tells how soon a typed letter is seen on the live page; sets none.

In one run: the program's own page in a real browser, and Typst compiling the same text again with all that it
remembers, as its `watch` does. Needs Playwright and Chromium; Typst where its package is installed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import parse_qs, urlsplit

from bench.corpus import write_corpus
from bench.rivals.typst_pages import FONTS, is_available, write_document
from bench.source_text import read_source
from bench.speed import as_markdown
from bench.whole import describe_machine

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120_000
"""Milliseconds that one edit may take."""
AIMS = {50: 150.0, 500: 300.0}
"""Milliseconds from the pause to the page, by length."""
WATCH = """() => {
  window.keys = []; window.seen = [];
  document.addEventListener("input", () => window.keys.push(performance.now()), true);
  const see = () => requestAnimationFrame(() => window.seen.push(performance.now()));
  document.addEventListener("painted", see);
}"""
"""Notes when a letter is typed, and when a picture that was exchanged stands on the screen."""
PAUSE = re.compile(r"const PAUSE = (\d+)")


@dataclass(frozen=True, slots=True)
class Wait:
    """Milliseconds of waits of one kind."""

    pages: int
    name: str
    waits: tuple[float, ...]

    @property
    def late(self) -> float:
        """The 95th centile."""
        return quantiles(self.waits, n=20)[-1] if len(self.waits) > 1 else self.waits[0]


@contextmanager
def open_page(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of a live page of a folder, and the number of its process."""
    command = [sys.executable, str(ROOT / "make_pdf.py"), "open", str(folder), "--no-browser"]
    own = {**os.environ, "XDG_STATE_HOME": str(folder.parent / "state")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=own)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process.pid
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def page_pause() -> float:
    """Milliseconds that the page waits behind the last key."""
    found = PAUSE.search((ROOT / "layout/live/page/passage.js").read_text(encoding="utf-8"))
    assert found is not None
    return float(found[1])


def measure_page(folder: Path, pages: int, edits: int) -> Iterator[Wait]:
    """Waits of single letters typed into a passage in the middle, from the key and from the page's pause."""
    playwright = importlib.import_module("playwright.sync_api")
    browsers = ("chromium", "chromium-browser", "google-chrome")
    found = next(path for name in browsers if (path := shutil.which(name)))
    with open_page(folder) as (url, _), playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1440, "height": 900})
        window.set_default_timeout(PATIENCE)
        window.goto(url)
        window.locator(".sheet svg text").first.wait_for(state="attached")
        window.evaluate(WATCH)
        middle = window.locator(".sheet").nth(window.locator(".sheet").count() // 2)
        middle.scroll_into_view_if_needed()
        line = middle.locator("svg text").nth(4)
        line.wait_for(state="attached")
        box = line.bounding_box()
        window.mouse.click(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
        window.locator("#words-pl").press("Control+Home")
        waits = [_type_letter(window) for _ in range(edits + 1)][1:]
        browser.close()
    yield Wait(pages, "Szpalta, from the key", tuple(waits))
    yield Wait(pages, "Szpalta, from the pause", tuple(wait - page_pause() for wait in waits))


def _type_letter(window: object) -> float:
    """Types a letter, gives milliseconds until a picture was exchanged behind it."""
    window.evaluate("() => { window.keys.length = 0; window.seen.length = 0; }")  # type: ignore[attr-defined]
    window.keyboard.type("a")  # type: ignore[attr-defined]
    window.wait_for_function("() => window.seen.length && window.keys.length")  # type: ignore[attr-defined]
    wait = window.evaluate("() => window.seen[0] - window.keys[0]")  # type: ignore[attr-defined]
    window.wait_for_function("() => document.getElementById('status').dataset.state === 'current'")  # type: ignore[attr-defined]
    window.wait_for_timeout(120)  # type: ignore[attr-defined]
    return float(wait)


def measure_typst(folder: Path, pages: int, edits: int) -> Iterator[Wait]:
    """Waits of single letters put into Typst's document, from the saved file to the finished PDF."""
    if not is_available():
        return
    typst = importlib.import_module("typst")
    text = write_document(read_source(folder))
    at = text.index(" ", len(text) // 2)
    with tempfile.TemporaryDirectory() as scratch:
        document, pdf = Path(scratch) / "document.typ", str(Path(scratch) / "out.pdf")
        document.write_text(text, "utf-8")
        compiler = typst.Compiler(str(document), font_paths=[str(FONTS)], ignore_system_fonts=True)
        compiler.compile(output=pdf)
        waits = []
        for number in range(1, edits + 1):
            start = time.perf_counter()
            document.write_text(text[:at] + "a" * number + text[at:], "utf-8")
            compiler.compile(input=str(document), output=pdf)
            waits.append(1000 * (time.perf_counter() - start))
    yield Wait(pages, f"Typst {version('typst')}, to its PDF", tuple(waits))


class _Asker:
    """Asks a live page as its own window does."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._port = int(parts.port or 0)
        origin = f"http://127.0.0.1:{self._port}"
        secret = parse_qs(parts.query)["secret"][0]
        self._headers = {"Cookie": f"szpalta-{self._port}={secret}", "Origin": origin}

    def ask(self, path: str, value: object = None) -> object:
        """The JSON at a path, or after a change; raises ValueError where it is refused."""
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE / 1000)) as connection:
            if value is None:
                connection.request("GET", path, headers=self._headers)
            else:
                headers = {**self._headers, "Content-Type": "application/json"}
                connection.request("POST", path, json.dumps(value), headers)
            with connection.getresponse() as answer:
                if answer.status != 200:
                    raise ValueError(f"{path}: {answer.status}")
                return json.loads(answer.read())


def soak(folder: Path, edits: int, tell: Callable[[str], None]) -> list[tuple[int, float]]:
    """Megabytes that the program holds, after so many edits each, all of which were set."""
    held = []
    with open_page(folder) as (url, process):
        asker = _Asker(url)
        state = _settled(asker, 0)
        section = min((folder / "sections").glob("*.yaml"))
        file = f"{state['place']}/sections/{section.name}"
        route = [1, "paragraph", "pl"]
        for number in range(edits + 1):
            asker.ask("/words", {"file": file, "route": route, "words": f"Słowo {number} i koniec."})
            state = _settled(asker, int(str(state["revision"])))
            if number % max(1, edits // 10) == 0:
                held.append((number, _megabytes(process)))
                tell(f"{number} edits: {held[-1][1]:.0f} MB")
    return held


def _settled(asker: _Asker, revision: int) -> dict[str, object]:
    """The state once it is newer than a revision and nothing is being set."""
    ends = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < ends:
        state = asker.ask("/state")
        assert isinstance(state, dict)
        if state["revision"] > revision and not state["busy"]:
            return state
        time.sleep(0.01)
    raise TimeoutError


def _megabytes(process: int) -> float:
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(found[1]) / 1024 if found else 0.0


def tabulate_waits(waits: Sequence[Wait]) -> list[list[str]]:
    """A row for each kind of wait: the median and the 95th centile, and what is aimed at."""
    rows = []
    for one in waits:
        aim = AIMS.get(one.pages) if one.name.endswith("pause") else None
        shown = f"{aim:.0f}" if aim else ""
        rows.append([str(one.pages), one.name, f"{median(one.waits):.0f}", f"{one.late:.0f}", shown])
    return rows


def main() -> int:
    """Prints a table of waits, and of memory where a soak is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[12, 50, 500])
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--soak", type=int, default=0, metavar="EDITS", help="edits of a soak test")
    options = parser.parse_args()
    print(describe_machine(), flush=True)
    waits: list[Wait] = []
    with tempfile.TemporaryDirectory(prefix="szpalta-live-") as scratch:
        for pages in options.pages:
            folder = Path(scratch) / f"content-{pages}"
            write_corpus(folder, pages)
            waits += [
                *measure_typst(folder, pages, options.edits),
                *measure_page(folder, pages, options.edits),
            ]
        if waits:
            head = ["pages", "what", "median, ms", "95 %, ms", "aim, ms"]
            print(as_markdown([head, *tabulate_waits(waits)]), flush=True)
        if options.soak:
            folder = Path(scratch) / "content-soak"
            write_corpus(folder, 12)
            soak(folder, options.soak, lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
