"""A real browser on a live page, where one is installed; required where SZPALTA_NEEDS_BROWSER is set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FOUND = next((path for name in BROWSERS if (path := shutil.which(name))), None)
SECONDS = 60_000
"""Milliseconds that anything may take on a busy machine."""


def need_browser() -> None:
    """Skips a module of tests where there is no browser and none is required."""
    if FOUND is None and "SZPALTA_NEEDS_BROWSER" not in os.environ:
        pytest.skip("not measured: no Chromium is installed", allow_module_level=True)


@contextmanager
def one_browser() -> Iterator[Browser]:
    """The browser that is found; fails where there is none."""
    assert FOUND is not None, "no Chromium is installed, and SZPALTA_NEEDS_BROWSER is set"
    expect.set_options(timeout=SECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=FOUND, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def window_on(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """A window on an address, whose scripts may not fail and whose policy may not be broken."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True, **options)  # type: ignore[arg-type]
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(url)
    yield page
    context.close()
    assert broken == [], broken


def click_words(page: Page, number: int, words: str) -> None:
    """Clicks a line of a page that has these words."""
    sheet = page.locator(f".sheet[data-number='{number}']")
    sheet.scroll_into_view_if_needed()
    line = sheet.locator("svg text", has_text=words).last
    expect(line).to_be_attached()
    box = line.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    expect(page.locator("textarea").first).to_be_visible()
