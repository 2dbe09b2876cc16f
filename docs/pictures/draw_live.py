"""Opens the sample's live page in a browser, draws the pictures of docs/live.md in its three languages."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1280, 800)
PATIENCE = 120_000
"""Milliseconds."""


@contextmanager
def opened(place: Path, *arguments: str) -> Iterator[str]:
    """The address of a live page."""
    command = [sys.executable, str(ROOT / "make_pdf.py"), "open", *arguments, "--no-browser"]
    own = {**os.environ, "XDG_STATE_HOME": str(place / "state")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=place, env=own)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(30)


def shoot(window: Page, name: str, language: str) -> None:
    """Keeps what the window shows, small enough for a repository."""
    window.wait_for_timeout(2500)
    picture = Image.open(io.BytesIO(window.screenshot())).convert("RGB")
    picture.quantize(255, kmeans=2).save(HERE / f"live-{name}-{language}.png", optimize=True)


def speak(window: Page, language: str) -> None:
    """Has the page speak a language."""
    window.locator("#language").select_option(language)


def main() -> None:
    """Draws every picture."""
    found = next(path for name in BROWSERS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        place = Path(scratch)
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        window.set_default_timeout(PATIENCE)
        with opened(place) as address:
            window.goto(address)
            for language in ("en", "pl", "cs"):
                speak(window, language)
                shoot(window, "start", language)
        shutil.copytree(ROOT / "content", place / "brochure")
        with opened(place, "brochure", "--at", "sections/03-agreement.yaml:9") as address:
            window.goto(address)
            window.locator("#side textarea").first.wait_for()
            for language in ("en", "pl", "cs"):
                speak(window, language)
                window.locator("#problems-button").click()
                window.locator("#problems-button").click()
                window.locator(".sheet[data-number='4'] svg text", has_text="Początek tej").click()
                window.locator("#side textarea").first.wait_for()
                shoot(window, "passage", language)
                window.locator("#translation-button").click()
                window.locator("#look").select_option("states")
                shoot(window, "states", language)
                window.locator("#look").select_option("plain")
        browser.close()


if __name__ == "__main__":
    main()
