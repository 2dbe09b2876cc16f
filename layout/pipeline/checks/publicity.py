"""Takes composed pages and a finished product, gives what the programme that pays would object to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from layout.draw.document import DocumentInfo, draw_document
from layout.images.checks import load_picture
from layout.images.kinds import SVG, picture_kind
from layout.model.blocks.reference import Logo, LogoRole, Publicity
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, Box, DrawingItem, Layout, LayoutPage, StructNode
from layout.model.products.edition import EDITIONS
from layout.model.products.publicity import Likeness, PublicityProfile, PublicityWish
from layout.model.records import replace
from layout.model.theme import Theme
from layout.model.values import SystemReason
from layout.pdfreading.bounded import open_regular
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import document_info
from layout.preflight.gathering.recall import Recall
from layout.preflight.gathering.views import likeness_of
from layout.preflight.report.products import judge_publicity
from layout.source.publicity import read_publicity

MOST_BYTES = 32_000_000
"""Bytes read of a logo's file."""


def chosen_profile(wish: PublicityWish) -> PublicityProfile:
    """The profile that a brochure chooses; raises Rejected with what is wrong with it."""
    profile = read_publicity(wish.profile)
    return profile.for_small_object() if wish.small_object else profile


def judge_product(
    composed: Composed, pdf: bytes, name: str, recall: Recall | None = None
) -> list[Diagnostic]:
    """What the chosen programme would object to in a finished product called `name`; nothing without one.

    What is to be asked is said where the programme is chosen, since it is asked once for all products.
    Raises Rejected where profile or product cannot be read.
    """
    brochure = composed.brochure
    if brochure.publicity is None:
        return []
    profile = chosen_profile(brochure.publicity)
    logos = [logo for logo in _logos(brochure) if logo.role is not LogoRole.PARTNER]
    files = [Path(brochure.folder) / logo.file for logo in logos] + [
        Path(file) for file in profile.logo_files
    ]
    likenesses = tuple(_likenesses(files, composed.theme.colours, document_info(brochure)))
    found = judge_publicity(pdf, name, profile, likenesses, brochure.languages, recall)
    found = [
        replace(one, where=brochure.publicity.where) if one.severity is Severity.NOTE else one
        for one in found
    ]
    return [*_check_logos(brochure, profile, logos), *found]


def profile_likenesses(profile: PublicityProfile) -> tuple[Likeness, ...]:
    """How the logos look whose files a profile names; raises Rejected where one cannot be read."""
    files = (Path(file) for file in profile.logo_files)
    return tuple(_likenesses(files, Theme().colours, DocumentInfo("", "", "", date(2000, 1, 1))))


def _likenesses(
    files: Iterable[Path], palette: Mapping[str, Colour], info: DocumentInfo
) -> Iterator[Likeness]:
    """How logos look, each by its name; PDFs and pictures of pixels are read by the judge itself."""
    for file in files:
        where = Span(file.as_posix())
        data = _read(file, where)
        if not data.startswith(b"%PDF-") and picture_kind(str(file), where) == SVG:
            drawing = load_picture(str(file), where, palette)
            assert isinstance(drawing, Drawing)
            data = draw_document(_sheet(drawing), EDITIONS["screen"], info, {}, {}).pdf
        likeness = likeness_of(data, file.name)
        if likeness is None:
            raise Rejected.one("image-not-a-picture", where, file=file.name)
        yield likeness


def _sheet(drawing: Drawing) -> Layout:
    """A page that a drawing fills."""
    page = LayoutPage(1, (DrawingItem(Box(0.0, 0.0, drawing.width, drawing.height), drawing, ARTIFACT),))
    return Layout(
        width=drawing.width,
        height=drawing.height,
        bleed=0.0,
        pages=(page,),
        structure=StructNode(tag="Document"),
        outline=(),
    )


def _logos(brochure: Brochure) -> Iterator[Logo]:
    for section in brochure.sections:
        for block in section.blocks:
            if isinstance(block, Publicity):
                yield from block.logos


def _check_logos(
    brochure: Brochure, profile: PublicityProfile, logos: Iterable[Logo]
) -> Iterator[Diagnostic]:
    """Whether the content has the programme's logo, in the file that it was given out in."""
    demand = profile.demands.get("programme-logo")
    if demand is None:
        return
    logos = list(logos)
    if not (logos or profile.logo_files or brochure.covers.designed):
        where = brochure.publicity.where if brochure.publicity else brochure.where
        yield Diagnostic("publicity-no-logo", where, {"programme": profile.programme}, demand.grade)
    for logo in logos:
        if logo.role is LogoRole.STAND_IN:
            yield Diagnostic("publicity-stand-in", logo.where, {"file": logo.file}, Severity.NOTE)
            continue
        digest = sha256(_read(Path(brochure.folder) / logo.file, logo.where)).hexdigest()
        if profile.logo_digests and digest not in profile.logo_digests:
            values = {"file": logo.file, "digest": f"{digest[:12]}…"}
            yield Diagnostic("publicity-logo-changed", logo.where, values, demand.grade)


def _read(path: Path, where: Span) -> bytes:
    try:
        with open_regular(path) as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        raise Rejected.one("image-locked", where, file=path.name, reason=SystemReason.of(error)) from None
