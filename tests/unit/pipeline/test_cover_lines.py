"""A line for each reader on the cover: an update behind the common file, still whole, still tagged."""

from __future__ import annotations

import email
import email.policy
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from layout.cli import main
from layout.model.products.edition import EDITIONS
from layout.output.access.personal import CoverLine, Phrase, Spot, UnfitWords
from layout.pipeline.composing import compose_folder
from layout.pipeline.posting.cover_lines import personalise, shaping
from layout.pipeline.product import make_product
from layout.preflight import PROFILES, Verdict, preflight
from layout.source.recipients.recipients import read_recipients
from layout.source.themes.fonts import read_fonts
from layout.text.faces import Faces
from tests.conftest import FOLDER, ROOT
from tests.tags import Tag, plain, read_tags

Writer = Callable[..., Path]
COVERED = FOLDER["brochure.yaml"] + "covers: {front: generated}\n"
FACES = Faces(read_fonts())
OWN = FACES.face("Ubuntu", "regular", False)
LENDERS = FACES.lenders(OWN, ("Lato", "Source Serif 4"))
SPOT = Spot(40.0, 13.0, 300.0)
PHRASES = (Phrase("cs", "Pro: Jiří Řehoř"), Phrase("pl", "Dla: Jiří Řehoř"))


def line_of(pdf: bytes) -> CoverLine:
    """The line in Ubuntu, which others lend letters to."""
    records = {face.record.key: face.record for face in (OWN, *LENDERS)}
    return CoverLine(pdf, shaping(OWN, LENDERS), records, SPOT)


@pytest.fixture
def common(write_folder: Writer) -> bytes:
    return make_product(compose_folder(write_folder(brochure_yaml=COVERED)), EDITIONS["mail"])


def test_the_common_file_stands_unchanged_in_front(common: bytes) -> None:
    own = line_of(common).write(PHRASES)
    assert own.startswith(common)
    assert len(own) - len(common) < 6_000
    assert own == line_of(common).write(PHRASES)
    names = [PdfReader(io.BytesIO(pdf)).trailer["/ID"] for pdf in (common, own)]
    assert names[0][0] == names[1][0]  # type: ignore[index]
    assert names[0][1] != names[1][1]  # type: ignore[index]


def test_the_line_is_read_after_the_cover_in_its_languages(common: bytes) -> None:
    own = line_of(common).write(PHRASES)
    tree = read_tags(own)
    first = [kid for kid in tree.kids if isinstance(kid, Tag)][:3]
    said = [(tag.kind, tag.language, plain(tag.text)) for tag in first[1:]]
    assert (first[0].kind, plain(first[0].text)) == ("Part", "Dwa brzegi Dva břehy Aglomeracja Aglomerace")
    assert said == [("P", "cs", "Pro: Jiří Řehoř"), ("P", "pl", "Dla: Jiří Řehoř")]
    assert preflight(own, PROFILES["mail"]).verdict is Verdict.PASSED


def test_a_viewer_shows_the_line_and_the_same_inner_pages(common: bytes) -> None:
    own = line_of(common).write(PHRASES)
    before, after = (pypdfium2.PdfDocument(pdf) for pdf in (common, own))
    assert "Dla: Jiří Řehoř" in after[0].get_textpage().get_text_range()
    for index in range(1, len(before)):
        shown = [document[index].render().to_pil().tobytes() for document in (before, after)]
        assert shown[0] == shown[1]


@pytest.mark.parametrize("words", ["名前", "x" * 400])
def test_words_that_cannot_be_set_are_refused(common: bytes, words: str) -> None:
    line = line_of(common)
    with pytest.raises(UnfitWords):
        line.check([Phrase("pl", words), Phrase("cs", "a")])


def test_a_decomposed_name_is_composed(common: bytes) -> None:
    own = line_of(common).write([Phrase("pl", "Dla: Z\u0307aneta"), Phrase("cs", "Pro: a")])
    assert "Żaneta" in read_tags(own).text


@pytest.mark.parametrize("name", ["Ẓafer Ḥasan", "Ǩiril ○ Novák", "Łucja ‛Ali"])
def test_letters_that_the_covers_face_has_not_are_lent(common: bytes, name: str) -> None:
    assert not all(OWN.has(letter) for letter in name)
    own = line_of(common).write([Phrase("pl", f"Dla: {name}"), Phrase("cs", f"Pro: {name}")])
    assert f"Dla: {name}" in plain(read_tags(own).text)
    assert preflight(own, PROFILES["mail"]).verdict is Verdict.PASSED
    fonts = PdfReader(io.BytesIO(own)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert {"/Reader0", "/Reader1"} <= set(fonts)


def run(folder: Path, listed: str, *options: str) -> tuple[int, str, Path]:
    (folder.parent / "list.csv").write_text(listed, encoding="utf-8")
    outbox = folder.parent / "outbox"
    arguments = ["mail", str(folder), "--recipients", str(folder.parent / "list.csv"), "-o", str(outbox)]
    done = CliRunner().invoke(main, [*arguments, "--cover-line", "--messages", "en", *options])
    return done.exit_code, done.output, outbox


def write_mailing(folder: Path) -> None:
    shutil.copytree(ROOT / "content" / "mail", folder / "mail")


def test_every_message_has_its_readers_copy(write_folder: Writer) -> None:
    folder = write_folder(brochure_yaml=COVERED)
    write_mailing(folder)
    listed = "e-mail;nazwa;język\nanna@example.org;Anna Żak;polski\njiri@example.com;Jiří Řehoř;čeština\n"
    status, output, outbox = run(folder, listed)
    assert status == 0, output
    starts = {}
    for path in outbox.iterdir():
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        (attached,) = message.iter_attachments()
        kids = [kid for kid in read_tags(attached.get_content()).kids if isinstance(kid, Tag)]
        starts[message["To"].addresses[0].display_name] = [plain(kid.text) for kid in kids[1:3]]
    assert starts == {
        "Anna Żak": ["Dla: Anna Żak", "Pro: Anna Żak"],
        "Jiří Řehoř": ["Pro: Jiří Řehoř", "Dla: Jiří Řehoř"],
    }


def label_of(folder: Path) -> bytes:
    """The drawing of the label that a reader of this content gets."""
    composed = compose_folder(folder)
    listed = folder.parent / "list.csv"
    listed.write_text("e-mail;nazwa;język\nanna@example.org;Anna;polski\n", encoding="utf-8")
    pdf = make_product(composed, EDITIONS["mail"])
    readers, own = personalise(composed, pdf, read_recipients(listed))
    contents = PdfReader(io.BytesIO(own(readers.recipients[0]))).pages[0]["/Contents"]
    return bytes(contents[-1].get_object().get_data())  # type: ignore[index]


@pytest.mark.parametrize(
    ("ground", "shown"),
    [("sand", b"q 0.965 0.95 0.91 rg"), ("paper", b"q 1 1 1 rg"), ("river", b"q 1 1 1 rg")],
)
def test_the_label_is_of_a_pale_covers_ground(write_folder: Writer, ground: str, shown: bytes) -> None:
    theme = f"theme: {{base: two-banks, cover: {{ground: {ground}}}}}"
    folder = write_folder(brochure_yaml=COVERED.replace("theme: two-banks", theme))
    assert shown in label_of(folder)


def test_a_name_without_glyphs_is_told_with_its_row(write_folder: Writer) -> None:
    folder = write_folder(brochure_yaml=COVERED)
    write_mailing(folder)
    listed = "e-mail;nazwa;język\nanna@example.org;Anna;polski\nna@example.org;名前;polski\n"
    status, output, outbox = run(folder, listed)
    assert status == 1
    assert "list.csv:3" in output
    assert not outbox.exists()
    status, output, outbox = run(folder, listed, "--skip-bad")
    assert status == 0
    assert len(list(outbox.iterdir())) == 1


def test_without_a_cover_there_is_no_line(write_folder: Writer) -> None:
    folder = write_folder()
    write_mailing(folder)
    status, output, _ = run(folder, "e-mail;nazwa;język\nanna@example.org;Anna;polski\n")
    assert status == 1
    assert "no front cover" in output
