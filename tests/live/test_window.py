"""What a user sees and does in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.live.browsers import click_words, need_browser, one_browser, window_on
from tests.live.conftest import LivePage, running

need_browser()

PAINTED = (
    "([number, old]) => document.querySelector(`.sheet[data-number='${number}']`).dataset.painted !== old"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with one_browser() as browser:
        yield browser


@pytest.fixture
def live(sample: Path) -> Iterator[LivePage]:
    with running(sample, "--messages", "pl") as page:
        yield page


@pytest.fixture
def window(browser: Browser, live: LivePage) -> Iterator[Page]:
    """A window on the sample, which may be changed."""
    with window_on(browser, live.url) as page:
        expect(page.locator(".sheet img").first).to_be_visible()
        yield page


@pytest.fixture
def looking(browser: Browser, shared: LivePage) -> Iterator[Page]:
    """A window on the sample that all tests share."""
    with window_on(browser, shared.url) as page:
        expect(page.locator(".sheet img").first).to_be_visible()
        page.locator("#language").select_option("pl")
        expect(page.locator("#views [data-view=spreads]")).to_have_text("Rozkładówki")
        yield page


def painted(page: Page, number: int) -> str:
    sheet = page.locator(f".sheet[data-number='{number}']")
    sheet.scroll_into_view_if_needed()
    page.wait_for_function(
        "(n) => document.querySelector(`.sheet[data-number='${n}']`).dataset.painted", arg=number
    )
    return str(sheet.get_attribute("data-painted"))


def test_all_pages_are_there_with_words_that_can_be_found(looking: Page) -> None:
    expect(looking.locator(".sheet")).to_have_count(12)
    looking.wait_for_function("document.querySelectorAll('.sheet svg').length === 12")
    assert looking.evaluate("window.find('Piastowska')")


def test_typing_exchanges_that_page_alone_and_nothing_jumps(window: Page, live: LivePage) -> None:
    before = painted(window, 4)
    click_words(window, 4, "Początek tej")
    names = window.evaluate("[...document.querySelectorAll('.sheet')].map((one) => one.dataset.name)")
    top = window.evaluate("document.querySelector(\".sheet[data-number='4']\").getBoundingClientRect().top")
    window.locator("#words-pl").press("Control+End")
    window.keyboard.type(" Nowe zdanie.")
    window.wait_for_function(PAINTED, arg=[4, before])
    expect(window.locator("#status")).to_have_attribute("data-state", "current")
    after = window.evaluate("[...document.querySelectorAll('.sheet')].map((one) => one.dataset.name)")
    assert [old == new for old, new in zip(names, after, strict=True)].count(False) == 1
    assert (
        abs(
            window.evaluate("document.querySelector(\".sheet[data-number='4']\").getBoundingClientRect().top")
            - top
        )
        < 1
    )
    section = live.folder / "sections" / "03-agreement.yaml"
    assert section.read_bytes() == (ROOT / "content/sections/03-agreement.yaml").read_bytes()
    window.keyboard.press("Control+s")
    expect(window.locator("#standing")).to_have_text("Wszystko zapisane")
    assert "Nowe zdanie." in section.read_text(encoding="utf-8")


def test_undo_takes_a_saved_change_back(window: Page, live: LivePage) -> None:
    click_words(window, 4, "Podpis z 2016")
    window.locator("#words-cs").fill("Jiný nadpis")
    expect(window.locator("#undo")).to_be_enabled()
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    window.locator("#undo").click()
    expect(window.locator("#save")).to_be_enabled()
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    name = "sections/03-agreement.yaml"
    assert (live.folder / name).read_bytes() == (ROOT / "content" / name).read_bytes()


def test_a_change_in_another_editor_is_shown_and_never_written_over(window: Page, live: LivePage) -> None:
    click_words(window, 4, "Podpis z 2016")
    window.locator("#words-pl").fill("Mój tytuł")
    expect(window.locator("#undo")).to_be_enabled()
    section = live.folder / "sections" / "03-agreement.yaml"
    theirs = section.read_text(encoding="utf-8").replace("Podpis z 2016 roku", "Cudzy tytuł")
    section.write_text(theirs, encoding="utf-8")
    conflict = window.locator(".conflict")
    expect(conflict).to_contain_text("Mój tytuł")
    expect(conflict).to_contain_text("Cudzy tytuł")
    assert section.read_text(encoding="utf-8") == theirs
    conflict.get_by_role("button", name="Zostaw mój tekst").click()
    expect(conflict).to_have_count(0)
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    assert "Mój tytuł" in section.read_text(encoding="utf-8")


def test_a_mistake_leaves_the_last_pages_and_is_listed_at_its_place(window: Page, live: LivePage) -> None:
    section = live.folder / "sections" / "03-agreement.yaml"
    section.write_text(section.read_text(encoding="utf-8") + "- paragraf: {pl: x, cs: y}\n", encoding="utf-8")
    expect(window.locator("#status")).to_have_attribute("data-state", "failed")
    expect(window.locator(".sheet")).to_have_count(12)
    window.locator("#problems-button").click()
    expect(window.locator(".problems li.error")).to_contain_text("03-agreement.yaml")
    expect(window.locator(".problems li.error")).to_contain_text("paragraf")


def test_size_and_place_outlive_a_reload(looking: Page) -> None:
    looking.locator("#views [data-view=pages]").click()
    for _ in range(3):
        looking.locator("#larger").click()
    looking.locator("#desk").evaluate("(desk) => desk.scrollTo(0, 4321)")
    looking.wait_for_timeout(300)
    shown = looking.locator("#zoom").text_content()
    before = looking.evaluate("document.getElementById('desk').scrollTop")
    looking.reload()
    expect(looking.locator(".sheet img").first).to_be_attached(timeout=20_000)
    expect(looking.locator("#zoom")).to_have_text(str(shown))
    assert abs(looking.evaluate("document.getElementById('desk').scrollTop") - before) < 3


def test_four_hundred_percent_is_sharp(looking: Page) -> None:
    looking.locator("#views [data-view=pages]").click()
    for _ in range(12):
        looking.locator("#larger").click()
    expect(looking.locator("#zoom")).to_have_text("400 %")
    looking.wait_for_function(
        "() => { const image = document.querySelector('.sheet img');"
        " return (image?.naturalWidth ?? 0) >= document.querySelector('.sheet').clientWidth }",
        timeout=20_000,
    )


def test_the_keyboard_alone_reads_and_writes(looking: Page) -> None:
    looking.keyboard.press("Tab")
    expect(looking.locator(".skip")).to_be_focused()
    looking.keyboard.press("Enter")
    looking.locator("#desk").focus()
    before = looking.evaluate("document.getElementById('desk').scrollTop")
    looking.keyboard.press("PageDown")
    assert looking.evaluate("document.getElementById('desk').scrollTop") > before
    looking.locator("#problems-button").focus()
    looking.keyboard.press("Enter")
    expect(looking.locator("#side h2")).to_be_visible()
    looking.keyboard.press("Escape")
    expect(looking.locator("#side")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "word"), [("cs", "Dvojstrany"), ("en", "Spreads"), ("pl", "Rozkładówki")]
)
def test_it_speaks_three_languages(looking: Page, language: str, word: str) -> None:
    looking.locator("#language").select_option(language)
    expect(looking.locator("#views [data-view=spreads]")).to_have_text(word)


def test_a_server_that_comes_back_goes_on_where_one_was(browser: Browser, sample: Path) -> None:
    with running(sample) as live:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(live.url)
        expect(page.locator(".sheet img").first).to_be_visible(timeout=30_000)
        page.locator("#desk").evaluate("(desk) => desk.scrollTo(0, 1500)")
        page.wait_for_timeout(300)
        port = live.port
    expect(page.locator("#away")).to_be_visible(timeout=20_000)
    with running(sample, "--port", str(port)):
        expect(page.locator("#away")).to_be_hidden(timeout=20_000)
        assert abs(page.evaluate("document.getElementById('desk').scrollTop") - 1500) < 3
        page.close()
