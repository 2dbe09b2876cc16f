"""The mail edition as a file: what it says of itself, that it is small, that nothing in it is idle."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from bench.corpus import write_corpus
from layout.model.diagnostic import Rejected, Span
from layout.model.layout import ARTIFACT, TextItem
from layout.model.products.edition import EDITIONS, Edition
from layout.output.access.sizes import STEPS, fit
from layout.output.pdf.inks import input_profile
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.resources.places import icc_folder
from tests.conftest import ROOT
from tests.tags import plain, read_tags
from tests.told import texts
from tests.unit.output.mail_files import make

MOST_IN_PICTURES = 1.0
"""Mean of 256 levels over a page: pictures have fewer pixels, drawings rounded points."""
MOST_OUTSIDE = 8
"""Levels of any pixel where no picture stands: the river's edge, which is a drawing with rounded points."""
SAMPLE_LIMIT = 400_000
PAGE_LIMIT = 5_000
FRAME_LIMIT = 8_000
"""Bytes of a page of text, and of what a file has once: metadata, profile, what describes the fonts."""
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def sample() -> bytes:
    return make(ROOT / "content")[1]


def catalog(pdf: bytes) -> DictionaryObject:
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


def objects(pdf: bytes) -> list[object]:
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {*reader.xref_objStm, *reader.xref.get(0, {})}
    return [reader.get_object(number) for number in sorted(numbers)]


def test_building_twice_gives_the_same_bytes(sample: bytes) -> None:
    assert make(ROOT / "content")[1] == sample


def test_title_in_both_languages(sample: bytes) -> None:
    xmp = ElementTree.fromstring(catalog(sample)["/Metadata"].get_data())  # type: ignore[attr-defined]
    titles = {
        item.get(f"{XML}lang"): item.text
        for item in xmp.iterfind(f".//{DC}title//*")
        if item.get(f"{XML}lang")
    }
    assert titles == {
        "x-default": "Dwa brzegi, jedna rzeka / Dva břehy, jedna řeka",
        "pl": "Dwa brzegi, jedna rzeka",
        "cs": "Dva břehy, jedna řeka",
    }
    info = PdfReader(io.BytesIO(sample)).metadata
    assert info is not None
    assert info.title == titles["x-default"]
    assert info.author == xmp.findtext(f".//{DC}creator//{{http://www.w3.org/1999/02/22-rdf-syntax-ns#}}li")
    assert catalog(sample)["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert str(catalog(sample)["/Lang"]) == "pl"


def bookmarks(reader: PdfReader, entries: list[Any], level: int = 0) -> list[tuple[int, str, int, float]]:
    """The outline in order: level, title, page index and the target's height on the page."""
    found: list[tuple[int, str, int, float]] = []
    for entry in entries:
        if isinstance(entry, list):
            found += bookmarks(reader, entry, level + 1)
        else:
            page = reader.get_destination_page_number(entry)
            assert page is not None
            found.append((level, entry.title, page, float(entry["/Top"])))
    return found


def test_each_language_has_bookmarks_of_its_own(sample: bytes) -> None:
    reader = PdfReader(io.BytesIO(sample))
    listed = bookmarks(reader, reader.outline)
    titles = [title for _, title, _, _ in listed]
    assert [title for level, title, _, _ in listed if level == 0] == ["Polski", "Čeština"]
    start = titles.index("Čeština")
    sides = (listed[1:start], listed[start + 1 :])
    headings = _headings(sample)
    # The cover's title is a heading too, but no place to go to: the file is called so.
    assert [[title for _, title, _, _ in side] for side in sides] == [headings["pl"][1:], headings["cs"][1:]]
    assert [(level, page) for level, _, page, _ in sides[0]] == [(lv, page) for lv, _, page, _ in sides[1]]
    assert len({(page, top) for _, _, page, top in sides[0]}) == len(sides[0])
    assert not re.search("[\u00a0\u00ad\u202f\ue000]", "".join(titles))


def _headings(pdf: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in read_tags(pdf).walk():
        if tag.kind in ("H1", "H2", "H3"):
            found.setdefault(tag.language, []).append(plain(tag.text))
    return found


def test_pages_are_tabbed_by_structure_and_links_can_be_printed(sample: bytes) -> None:
    for page in PdfReader(io.BytesIO(sample)).pages:
        assert str(page["/Tabs"]) == "/S"
        for note in page.get("/Annots", []):
            assert note.get_object()["/F"] == 4
            assert note.get_object()["/Contents"]


def test_furniture_is_a_footer(sample: bytes) -> None:
    content = PdfReader(io.BytesIO(sample)).pages[3].get_contents()
    assert content is not None
    assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in content.get_data()


def test_no_object_is_idle_and_no_stream_double(sample: bytes) -> None:
    reader = PdfReader(io.BytesIO(sample))
    reached: set[int] = set()
    waiting: list[object] = [reader.trailer.raw_get("/Root"), reader.trailer.raw_get("/Info")]
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum not in reached:
                reached.add(found.idnum)
                waiting.append(found.get_object())
        elif isinstance(found, DictionaryObject):
            waiting.extend(found.raw_get(key) for key in found)
        elif isinstance(found, list):
            waiting.extend(found)
    frame = {
        number
        for number in reader.xref[0]
        if reader.get_object(number).get("/Type") in ("/ObjStm", "/XRef")  # type: ignore[union-attr]
    }
    assert reached | frame == {*reader.xref_objStm, *reader.xref[0]}
    streams = [found for found in objects(sample) if isinstance(found, StreamObject)]
    assert len({(stream._data, str(dict(stream))) for stream in streams}) == len(streams)


def test_the_sample_is_small(sample: bytes) -> None:
    assert len(sample) < SAMPLE_LIMIT


def test_a_page_of_text_is_small(tmp_path: Path) -> None:
    sizes = []
    for pages in (4, 12):
        write_corpus(tmp_path / str(pages), pages)
        composed, pdf = make(tmp_path / str(pages))
        fonts = [found for found in objects(pdf) if isinstance(found, StreamObject) and "/Length1" in found]
        sizes.append((len(composed.body.pages), len(pdf) - sum(len(font._data) for font in fonts)))
    (few, short), (many, long) = sizes
    assert (long - short) / (many - few) < PAGE_LIMIT
    assert short < few * PAGE_LIMIT + FRAME_LIMIT


def test_the_screen_profile_is_srgb() -> None:
    known = ImageCms.createProfile("sRGB")
    ours = ImageCms.ImageCmsProfile(io.BytesIO((icc_folder() / "sRGB.icc").read_bytes()))
    ramp = Image.frombytes("RGB", (256, 2), bytes(range(256)) * 6)
    turned = ImageCms.profileToProfile(ramp, ours, known, outputMode="RGB")
    assert turned is not None
    assert turned.tobytes() == ramp.tobytes()


def test_the_short_ink_profile_shows_the_same_colours() -> None:
    whole = ImageCms.ImageCmsProfile(str(icc_folder() / "FOGRA39L_coated.icc"))
    short = ImageCms.ImageCmsProfile(io.BytesIO(input_profile()))
    screen = ImageCms.createProfile("sRGB")
    inks = Image.frombytes("CMYK", (64, 4), bytes((n * 37) % 256 for n in range(1024)))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    shown = [
        ImageCms.profileToProfile(inks, profile, screen, renderingIntent=intent, outputMode="RGB")
        for profile in (whole, short)
    ]
    assert shown[0] is not None and shown[1] is not None
    assert shown[0].tobytes() == shown[1].tobytes()


def pictured(sizes: list[int], asked: list[Edition]) -> Callable[[Edition], bytes]:
    """A build that gives the next of `sizes`, with a picture in it, and notes what it was asked for."""

    def build(edition: Edition) -> bytes:
        asked.append(edition)
        size = sizes[min(len(asked), len(sizes)) - 1]
        start = b"%PDF-1.7\n1 0 obj<</Subtype/Image/Length 9>>stream\n123456789\nendstream endobj\n"
        rest = b"2 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 2 0 R/Size 3>>\nstartxref\n0\n%%EOF\n"
        return start + b"%" * (size - len(start) - len(rest) - 1) + b"\n" + rest

    return build


@pytest.mark.filterwarnings("ignore")
def test_pictures_are_lowered_step_by_step() -> None:
    asked: list[Edition] = []
    mail = EDITIONS["mail"]
    pdf = fit(pictured([900, 800, 700, 600], asked), mail, 700, Span("b.yaml"))
    assert len(pdf) == 700
    assert [(edition.ppi, edition.quality) for edition in asked] == [(mail.ppi, mail.quality), *STEPS[:2]]
    assert [edition.quality for edition in asked] == sorted((e.quality for e in asked), reverse=True)


@pytest.mark.filterwarnings("ignore")
def test_what_stays_too_big_is_refused_with_what_is_big() -> None:
    asked: list[Edition] = []
    with pytest.raises(Rejected) as rejected:
        fit(pictured([2_400_000], asked), EDITIONS["mail"], 2_000_000, Span("b.yaml"))
    (mistake,) = rejected.value.diagnostics
    assert mistake.code == "mail-too-big"
    assert (texts(mistake)["size"], texts(mistake)["limit"]) == ("2400000", "2000000")
    assert len(asked) == len(STEPS) + 1


def test_the_sample_fits_where_its_picture_can_be_lowered(sample: bytes) -> None:
    composed = compose_folder(ROOT / "content")
    limit = len(sample) - 20_000
    assert len(make_product(composed, EDITIONS["mail"], ProductWishes(limit=limit))) <= limit
    assert make_product(composed, EDITIONS["mail"], ProductWishes(limit=len(sample))) == sample


def test_a_screen_edition_has_nothing_of_it(write_folder: Callable[..., Path]) -> None:
    screen = make_product(compose_folder(write_folder()), EDITIONS["screen"])
    assert not {"/StructTreeRoot", "/MarkInfo", "/Metadata", "/OutputIntents"} & catalog(screen).keys()
    for page in PdfReader(io.BytesIO(screen)).pages:
        content = page.get_contents()
        assert content is not None
        assert not re.search(rb"BDC|BMC", content.get_data())


def test_a_page_looks_as_on_the_screen() -> None:
    composed = compose_folder(ROOT / "content")
    files = [pypdfium2.PdfDocument(make_product(composed, EDITIONS[name])) for name in ("mail", "screen")]
    pages = len(files[0])
    assert len(files[1]) == pages == len(composed.body.pages) + 2
    for index in range(pages):
        shown = [file[index].render(scale=1).to_pil().convert("L") for file in files]
        difference = ImageChops.difference(*shown)
        assert ImageStat.Stat(difference).mean[0] < MOST_IN_PICTURES, index
        if 0 < index < pages - 1:
            for item in composed.body.pages[index - 1].items:
                if not isinstance(item, TextItem) and item.leaf != ARTIFACT:
                    box = item.clip or item.box
                    corners = (box.x - 1, box.y - 1, box.x + box.width + 1, box.y + box.height + 1)
                    difference.paste(0, tuple(round(corner) for corner in corners))
            assert difference.getextrema()[1] <= MOST_OUTSIDE, index
