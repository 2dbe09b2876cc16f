"""What a user does in the panels, in a real browser; one program and one window serve all, in this order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from layout.source.blocks.block import BLOCKS
from tests.conftest import ROOT
from tests.live.browsers import click_words, need_browser, one_browser, window_on
from tests.live.conftest import LivePage, running

need_browser()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with one_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePage]:
    folder = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("panels") / "brochure"))
    with running(folder, "--messages", "pl", "--at", "sections/03-agreement.yaml:9") as page:
        yield page


@pytest.fixture(scope="module")
def window(browser: Browser, live: LivePage) -> Iterator[Page]:
    with window_on(browser, live.url) as page:
        expect(page.locator(".sheet img").first).to_be_visible()
        yield page


def standing(window: Page) -> None:
    """Waits until the pages are those of what is written."""
    expect(window.locator("#status")).to_have_attribute("data-state", "current")


def clean(window: Page) -> None:
    found = Axe().run(window)
    assert found.violations_count == 0, found.generate_report()


def test_it_opens_at_the_place_that_was_asked_for(window: Page) -> None:
    expect(window.locator("#side .place a")).to_contain_text("03-agreement.yaml:")
    expect(window.locator("#side textarea").first).to_be_visible()
    clean(window)


@pytest.mark.parametrize("panel", ["bring", "design", "translation", "products", "problems"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_panel(window: Page, panel: str, scheme: str) -> None:
    window.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    if window.locator("#side").get_attribute("data-shown") != panel:
        window.locator(f"#{panel}-button").click()
    expect(window.locator("#side h2")).to_be_visible()
    clean(window)
    window.emulate_media(color_scheme="light")


def test_a_block_is_added_by_what_it_looks_like(window: Page, live: LivePage) -> None:
    click_words(window, 4, "Początek tej")
    window.locator(".block button[aria-expanded]").click()
    expect(window.locator(".kinds button")).to_have_count(len(BLOCKS))
    clean(window)
    window.locator("[data-kind=facts]").click()
    expect(window.locator("#words-pl")).to_have_value("nowych szkół")
    standing(window)
    line = window.locator(".sheet[data-number='4'] svg text", has_text="nowych szkół")
    expect(line).to_be_attached()
    window.locator("#undo").click()
    expect(line).to_have_count(0)
    expect(window.locator("#save")).to_be_disabled()


def test_a_number_of_the_design_is_moved_and_seen(window: Page, live: LivePage) -> None:
    first = window.locator(".sheet[data-number='4']").get_attribute("data-name")
    window.locator("#design-button").click()
    slider = window.locator("#number-page-gutter")
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    expect(window.locator("#save")).to_be_enabled()
    expect(window.locator(".sheet[data-number='4']")).not_to_have_attribute("data-name", str(first))
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    written = (live.folder / "brochure.yaml").read_text(encoding="utf-8")
    assert "gutter: 7mm" in written and "base: two-banks" in written
    window.locator("#undo").click()
    expect(window.locator("#save")).to_be_enabled()
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    assert (live.folder / "brochure.yaml").read_bytes() == (ROOT / "content/brochure.yaml").read_bytes()


def test_a_picture_is_made_narrower_by_hand(window: Page, live: LivePage) -> None:
    sheet = window.locator(".sheet[data-number='5']")
    sheet.scroll_into_view_if_needed()
    expect(sheet.locator("svg")).to_be_attached()
    box = sheet.bounding_box()
    assert box is not None
    window.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.25)
    expect(sheet.locator(".frame .edge")).to_be_attached()
    window.wait_for_timeout(800)  # the pages are fitted beside the panel
    edge = sheet.locator(".frame .edge-handle").first
    edge.hover()
    handle = edge.bounding_box()
    assert handle is not None
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    window.mouse.down()
    window.mouse.move(x - 60, y, steps=4)
    window.mouse.up()
    expect(window.locator("#undo")).to_be_enabled()
    standing(window)
    assert live.get("/unsaved")["files"]  # type: ignore[index,call-overload]
    window.locator("#undo").click()
    expect(window.locator("#save")).to_be_disabled()


@pytest.mark.parametrize("look", ["bleed", "grid", "grey", "states", "reading", "plain"])
def test_pages_are_looked_at_otherwise(window: Page, look: str) -> None:
    window.locator("#look").select_option(look)
    shows = {
        "bleed": "#desk[data-look='bleed'] .sheet img[src*='look=bleed']",
        "grid": ".gridlines line",
        "grey": ".sheet img[src*='look=grey']",
        "states": ".tint.translated",
        "reading": ".read.number",
        "plain": ".sheet img[src$='.png']",
    }
    expect(window.locator(shows[look]).first).to_be_attached()
    clean(window)


def test_the_order_of_reading_tells_both_languages(window: Page) -> None:
    window.locator("#look").select_option("reading")
    rows = window.locator(".reading li")
    expect(rows.first).to_contain_text("Dwa brzegi")
    assert rows.evaluate_all("(all) => new Set(all.map((one) => one.className)).size") == 2
    window.locator("#look").select_option("plain")


def test_a_key_that_is_misspelt_is_mended_at_a_button(window: Page, live: LivePage) -> None:
    section = live.folder / "sections" / "02-river.yaml"
    kept = section.read_text(encoding="utf-8")
    section.write_text(kept + "- paragrap: {pl: Woda, cs: Voda}\n", encoding="utf-8")
    expect(window.locator("#status")).to_have_attribute("data-state", "failed")
    window.locator("#problems-button").click()
    window.locator(".problems .fix", has_text="paragraph").click()
    standing(window)
    window.locator("#save").click()
    expect(window.locator("#save")).to_be_disabled()
    assert section.read_text(encoding="utf-8") == kept + "- paragraph: {pl: Woda, cs: Voda}\n"
    section.write_text(kept, encoding="utf-8")
    standing(window)


def test_a_change_that_is_refused_says_why(window: Page, live: LivePage) -> None:
    section = live.folder / "sections" / "02-river.yaml"
    kept = section.read_text(encoding="utf-8")
    window.locator("#undo").click()
    expect(window.locator("#told")).to_contain_text("zmienił go inny program")
    assert section.read_text(encoding="utf-8") == kept


def test_a_handout_is_made_and_its_sheets_are_seen(window: Page) -> None:
    window.locator("#products-button").click()
    window.locator("input[value=handout]").click()
    expect(window.locator(".form-picture")).to_have_count(4)
    window.locator("#side button.main").click()
    expect(window.locator(".done a")).to_be_visible()
    expect(window.locator(".verdict")).to_be_visible()
    expect(window.locator(".sheets img")).to_have_count(6)
    assert (
        window.locator(".sheets img").first.evaluate("(one) => one.decode().then(() => one.naturalWidth)")
        > 100
    )
    with window.expect_download() as saved:
        window.locator(".done a").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"%PDF-")
    clean(window)


def test_a_dropped_list_shows_its_bad_rows_and_becomes_messages(
    window: Page, live: LivePage, tmp_path: Path
) -> None:
    listed = tmp_path / "odbiorcy.csv"
    known = (live.folder / "mail" / "recipients.csv").read_text(encoding="utf-8")
    listed.write_text(known + "bez-adresu" + known.splitlines()[0].count(",") * "," + "\n", encoding="utf-8")
    window.locator("#bring-button").click()
    window.locator("#bring-files").set_input_files(str(listed))
    expect(window.locator(".part .refused")).to_be_visible()
    window.locator("#skip-bad").check()
    window.locator("button", has_text="Przygotuj wiadomości").click()
    expect(window.locator("p.done")).to_contain_text("outbox")
    assert len(list((live.folder.parent / "outbox").glob("*.eml"))) == 2
    clean(window)


def test_a_dropped_picture_becomes_a_block(window: Page, live: LivePage) -> None:
    click_words(window, 4, "Początek tej")
    window.locator("#bring-button").click()
    window.locator("#bring-files").set_input_files(str(ROOT / "content/images/towers.svg"))
    expect(window.locator(".part", has_text="images/towers.svg")).to_be_visible()
    window.locator(".part button.main").last.click()
    expect(window.locator("#undo")).to_be_enabled()
    standing(window)
    window.locator("#undo").click()
    expect(window.locator("#save")).to_be_disabled()


def test_a_text_is_begun_with_and_its_doubts_are_settled(browser: Browser, tmp_path: Path) -> None:
    polish = [
        "Umowa o współpracy",
        "Pierwszy akapit mówi o Opolu nad Odrą.",
        "Drugi liczy 130 kilometrów.",
        "Trzeci opisuje festiwal z 1963 roku.",
    ]
    czech = [
        "Dohoda o spolupráci",
        "První odstavec mluví o Opolí nad Odrou.",
        "Třetí popisuje festival z roku 1963.",
    ]
    for name, words in (("pl.txt", polish), ("cs.txt", czech)):
        (tmp_path / name).write_text("\n\n".join(words), encoding="utf-8")
    with running(None, "--messages", "pl", cwd=tmp_path) as live, window_on(browser, live.url) as page:
        expect(page.locator(".start h1")).to_be_visible()
        clean(page)
        page.locator("#text-files").set_input_files([str(tmp_path / "pl.txt"), str(tmp_path / "cs.txt")])
        page.locator("section.way").nth(1).locator("button.main").first.click()
        expect(page.locator(".pairs li.lone")).to_have_count(1)
        clean(page)
        rows = page.locator(".pairs li")
        rows.nth(3).locator(".cell.cs").drag_to(rows.nth(2).locator(".cell.cs"))
        expect(rows.nth(2).locator(".cell.cs")).to_contain_text("festival")
        rows.nth(2).locator(".cell.cs button[aria-label='O wiersz niżej']").press("Enter")
        expect(rows.nth(3).locator(".cell.cs")).to_contain_text("festival")
        page.locator(".doubts > button.main").click()
        expect(page.locator(".sheet img").first).to_be_visible()
    sections = (tmp_path / "broszura" / "sections").glob("*.yaml")
    written = "".join(path.read_text(encoding="utf-8") for path in sections)
    assert "TODO: přeložte" in written and "1963" in written
