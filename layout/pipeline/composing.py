"""Takes a content folder, gives its pages; chains the stages up to the layout, draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from layout.compose.axis import set_axis
from layout.compose.compose import compose
from layout.compose.covers.cover import compose_covers
from layout.compose.desk import Desk, Picture
from layout.images.checks import load_picture
from layout.lang.microtype import Change
from layout.lang.set_brochure import microtype_brochure
from layout.model.content.brochure import Brochure
from layout.model.content.looks import FIRST, PageChoice
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span, has_errors
from layout.model.drawing import Drawing
from layout.model.layout import Layout, LayoutPage
from layout.model.memo import Memo
from layout.model.products.handout import Handout
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.model.values import Count
from layout.pipeline.inspecting import Inspect, as_warnings, inspect_draft, read_content
from layout.pipeline.translation.judging import judge_translation
from layout.pipeline.warm.memory import DocumentMemory, SetDrawings, make_hyphenators
from layout.source.content import SAVED
from layout.text.faces import Faces
from layout.text.labels import set_labels
from layout.text.paragraph import Typesetter

Watch = Callable[[str], AbstractContextManager[None]]
"""Called with a stage's name; what it gives is held open while the stage runs."""


def untold(_: Change) -> None:
    """Listens to nothing."""


def unwatched(_: str) -> AbstractContextManager[None]:
    """A watch that nobody reads."""
    return nullcontext()


class Composed(Struct, frozen=True, kw_only=True):
    """A brochure on its pages, before any product is drawn."""

    brochure: Brochure
    theme: Theme
    body: Layout
    covers: tuple[Layout | None, Layout | None]
    """Generated front and back cover."""
    faces: Faces
    diagnostics: tuple[Diagnostic, ...]
    pairs: tuple[TypedPair, ...] = ()
    """The passages as typed."""
    translation: tuple[Diagnostic, ...] = ()
    """What looks untranslated in them: told of by each product, as grave as it is there."""


def compose_folder(
    folder: Path,
    watch: Watch = unwatched,
    tell: Callable[[Change], None] = untold,
    handout: Handout | None = None,
    inspect: Inspect = inspect_draft,
    unsaved: Mapping[str, bytes] = SAVED,
    memory: DocumentMemory | None = None,
) -> Composed:
    """The pages of the content in `folder`, or of one document; raises Rejected with all mistakes at once.

    `tell` gets each change of microtypography, `inspect` what could be read. A `handout` is set as it asks.
    Files that are `unsaved` are taken as an editor has them. What was worked out before is taken from
    `memory`; changes that it knows are not told.
    """
    with watch("read"):
        content = read_content(folder, inspect, unsaved, memory.source if memory else None)
    problems = list(content.warnings)
    translation = judge_translation(content.pairs, content.brochure.languages, content.brochure.translation)
    with watch("microtype"):
        known = memory.microtype(content.brochure) if memory else None
        brochure = microtype_brochure(content.brochure, tell, known)
    theme = set_axis(brochure, content.theme)
    with watch("compose"):
        if handout is not None:
            # Only a handout is set anew.
            from layout.compose.handouts.handout import adapt

            brochure, theme, notes = adapt(brochure, theme, handout)
            problems.extend(notes)
        if memory is not None:
            typesetter = memory.typesetter(brochure, theme, content.fonts, problems.append)
        else:
            faces, hyphenators = Faces(content.fonts), make_hyphenators(brochure)
            typesetter = Typesetter(faces, theme, hyphenators, problems.append)
        body, covers = _compose(brochure, typesetter, problems, memory)
    if brochure.draft:
        problems = list(as_warnings(problems))
    if memory is not None:
        memory.turn()
    stop_on_errors(problems)
    return Composed(
        brochure=brochure,
        theme=theme,
        body=body,
        covers=covers,
        faces=typesetter.faces,
        diagnostics=tuple(problems),
        pairs=content.pairs,
        translation=translation,
    )


def _compose(
    brochure: Brochure, typesetter: Typesetter, problems: list[Diagnostic], memory: DocumentMemory | None
) -> tuple[Layout, tuple[Layout | None, Layout | None]]:
    """The inner pages and the generated covers; what is wrong is added to `problems`."""
    desk = Desk(
        typesetter=typesetter,
        theme=typesetter.theme,
        languages=brochure.languages,
        load=_loader(brochure, typesetter, problems, memory.drawings if memory else Memo()),
        draft=brochure.draft,
    )
    first = 1 + (brochure.covers.front is not None)
    composition = compose(brochure, desk, first, memory.composing if memory else None)
    problems.extend(composition.problems)
    if not composition.layout.pages and not has_errors(problems):
        problems.append(Diagnostic("no-pages", _begin(brochure)))
    body = _pad(brochure, composition.layout, problems)
    return body, _generated_covers(brochure, body, desk, problems)


def _begin(brochure: Brochure) -> Span:
    """Where the first block stands."""
    return next((block.where for section in brochure.sections for block in section.blocks), brochure.where)


def _loader(
    brochure: Brochure, typesetter: Typesetter, problems: list[Diagnostic], drawings: SetDrawings
) -> Callable[[str, PageChoice], Picture]:
    """Reads pictures, each once; words in drawings are set, and what is to be known of it told."""
    read: dict[tuple[str, PageChoice], Picture] = {}
    theme, faces = typesetter.theme, typesetter.faces

    def load(file: str, choice: PageChoice = FIRST) -> Picture:
        if (file, choice) not in read:
            path = str(Path(brochure.folder) / file)
            picture = load_picture(path, Span(file), theme.colours, choice)
            if isinstance(picture, Drawing):
                known = drawings.get(id(picture))
                if known is None:
                    family = theme.styles["caption"].family
                    with_words, told = set_labels(picture, faces, faces.families, family, Span(path))
                    known = drawings.keep(id(picture), (picture, with_words, told))
                picture = known[1]
                problems.extend(known[2])
            read[file, choice] = picture
        return read[file, choice]

    return load


def _pad(brochure: Brochure, body: Layout, problems: list[Diagnostic]) -> Layout:
    """The body with blank pages at its end, so that all pages with the covers come to the wanted multiple."""
    covers = len(brochure.covers.there)
    missing = -(len(body.pages) + covers) % max(1, brochure.page_multiple)
    if not missing:
        return body
    last = body.pages[-1].number if body.pages else covers
    blanks = tuple(LayoutPage(last + order, ()) for order in range(1, missing + 1))
    values = {"blanks": Count(missing), "multiple": Count(brochure.page_multiple)}
    problems.append(Diagnostic("blank-pages", brochure.where, values, Severity.NOTE))
    return replace(body, pages=body.pages + blanks)


def _generated_covers(
    brochure: Brochure, body: Layout, desk: Desk, problems: list[Diagnostic]
) -> tuple[Layout | None, Layout | None]:
    """Those covers that no designer has drawn; what is wrong with them is told."""
    front, back = brochure.covers.front, brochure.covers.back
    wanted = [cover is not None and cover.file is None for cover in (front, back)]
    if not any(wanted):
        return (None, None)
    covers = compose_covers(brochure, len(body.pages) + 1 + (front is not None), desk)
    problems.extend(covers.problems)
    return (covers.front if wanted[0] else None, covers.back if wanted[1] else None)


def stop_on_errors(problems: list[Diagnostic]) -> None:
    """Raises Rejected with all of `problems` if any of them is an error."""
    if has_errors(problems):
        raise Rejected(problems)


def tell_problems(problems: list[Diagnostic], report: Callable[[Diagnostic], None]) -> None:
    """Stops on errors; what there is else goes to `report`."""
    stop_on_errors(problems)
    for problem in problems:
        report(problem)
