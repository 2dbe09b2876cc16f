"""Takes a Brochure, its theme and what a handout asks for, gives both as its pages want them."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.handouts.one_language import keep_language
from layout.compose.handouts.reflow import calm_numerals, reflow
from layout.model.blocks.block import Block
from layout.model.blocks.displays import Timeline
from layout.model.blocks.headings import Heading, PageBreak
from layout.model.blocks.pictures import Figure, Placement
from layout.model.content.brochure import Brochure, Section
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.products.handout import Form, Handout
from layout.model.records import Struct, replace
from layout.model.theme import Theme


def adapt(
    brochure: Brochure, theme: Theme, handout: Handout
) -> tuple[Brochure, Theme, tuple[Diagnostic, ...]]:
    """`brochure` and `theme` for the pages of `handout`, and what the host should know of that."""
    notes = tuple(_tell(brochure)) if _draws_covers(handout) else ()
    reset = reflow(theme, handout)
    if handout.grey and handout.language is None:
        reset = replace(reset, leaning=brochure.languages[1])
    taller = reset.page.measure / theme.page.measure
    if handout.language is not None:
        brochure = keep_language(brochure, handout.language)
        notes += tuple(_miss(brochure, handout.language))
    if handout.form is not Form.BOOKLET:
        brochure = replace(brochure, page_multiple=1)
    if _draws_covers(handout):
        brochure = _with_own_covers(brochure)
    fit = _Fitting(
        taller=taller,
        anew=handout.language is not None,
        flowing=reset.page.flows > 1,
        faces=handout.language is None and handout.form is Form.BOOKLET,
    )
    if handout.language is not None or handout.form is Form.A4:
        reset = calm_numerals(reset)
    sections = tuple(fit.section(section) for section in brochure.sections)
    return replace(brochure, sections=sections), reset, notes


class _Fitting(Struct, frozen=True):
    """How blocks made for parallel pages are fitted to others, `taller` times as high.

    Pages set `anew` break best where the others do, but need not; in text `flowing` through columns nothing
    is wider than one. Something may stand over two pages only where one `faces` the other as in the brochure.
    """

    taller: float
    anew: bool
    flowing: bool
    faces: bool

    def section(self, section: Section) -> Section:
        return replace(section, blocks=tuple(self._block(block) for block in section.blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, PageBreak):
            return replace(block, may=self.anew)
        if isinstance(block, Heading):
            return replace(block, opener=block.opener and not self.flowing)
        if isinstance(block, Timeline):
            return replace(block, spread=block.spread and self.faces)
        if not isinstance(block, Figure):
            return block
        height = None if block.height is None else block.height * self.taller
        width = None if block.width is None else block.width * self.taller
        return replace(block, height=height, width=width, placement=self._placement(block.placement))

    def _placement(self, asked: Placement) -> Placement:
        if self.flowing and asked is not Placement.FLOAT:
            return Placement.BOTH
        return Placement.BLEED if asked is Placement.SPREAD and not self.faces else asked


def _draws_covers(handout: Handout) -> bool:
    """Whether a designer's cover would have the wrong size, or the ground that is to be saved."""
    return handout.form is Form.A4 or handout.ink_save


def _with_own_covers(brochure: Brochure) -> Brochure:
    covers = brochure.covers
    front = None if covers.front is None else replace(covers.front, file=None)
    back = None if covers.back is None else replace(covers.back, file=None)
    return replace(brochure, covers=replace(covers, front=front, back=back))


def warn_of_colours(brochure: Brochure) -> Iterator[Diagnostic]:
    """A warning for each designer's cover, which stays as coloured in a grey handout as it is."""
    for cover in brochure.covers.designed:
        yield Diagnostic("handout-cover-coloured", cover.where, {"file": str(cover.file)}, Severity.WARNING)


def _tell(brochure: Brochure) -> Iterator[Diagnostic]:
    """A note for each designer's cover that is not printed."""
    for cover in brochure.covers.designed:
        yield Diagnostic("handout-cover-drawn", cover.where, {"file": str(cover.file)}, Severity.NOTE)


def _miss(brochure: Brochure, language: str) -> Iterator[Diagnostic]:
    """An error where nothing is said in `language`."""
    blocks = (block for section in brochure.sections for block in section.blocks)
    if all(isinstance(block, PageBreak) for block in blocks):
        yield Diagnostic("handout-silent", brochure.where, {"language": language})
