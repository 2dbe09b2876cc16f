"""The rules of publicity by their names in a profile: what each finds in a file's facts; opens none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from layout.model.geometry import Rect, distance
from layout.model.products.publicity import PublicityDemand, PublicityProfile
from layout.model.values import Extent, Listed, Millimetres, Named, Percent, Value
from layout.preflight.facts import Inspection
from layout.preflight.graphics.emblem_sight import EmblemForm, SeenEmblem
from layout.preflight.publicity.colours import Hue, hue_of
from layout.preflight.rules.publicity import statement
from layout.preflight.rules.publicity.question import EQUAL, Answer, Question
from layout.preflight.rules.publicity.words import says
from layout.preflight.rules.rule import PAINTED, Aim, Case, Gap, Hit, JudgeRule, Outcome
from layout.preflight.rules.source import PUBLICITY, Clause

CODE = "publicity-"
"""What the codes of these rules begin with."""
HIDDEN = 0.01
"""Part of an emblem's points that may look otherwise than they should."""
BARE = 0.03
"""Part of the white border that may be missing."""
STRETCHED = 0.02
"""How much the programme's logo may differ from its proportions."""
TOGETHER = 4.0
"""Heights between two emblems that stand together; further ones are on other pages of a sheet."""


def _hit(emblem: SeenEmblem, **values: Value) -> Hit:
    return Hit(page=emblem.page, box=emblem.box, kind="emblem", values=values)


def check_emblem(question: Question) -> Iterator[Outcome]:
    """The emblem is there."""
    if not question.emblems:
        yield Hit()
    if question.seen.problem:
        yield Gap(question.seen.problem)


def check_raster(question: Question) -> Iterator[Outcome]:
    """An emblem that only the rendering shows is looked at by a person."""
    yield from (_hit(emblem) for emblem in question.emblems if not emblem.vector)


def check_form(question: Question) -> Iterator[Outcome]:
    """Its geometry is that of the Style Guide."""
    for emblem in question.emblems:
        if emblem.flaws:
            flaws: tuple[Value, ...] = tuple(Named("emblem-flaw", flaw) for flaw in emblem.flaws)
            yield _hit(emblem, flaws=Listed(flaws))


def check_upright(question: Question) -> Iterator[Outcome]:
    """It stands as the words beside it do."""
    yield from (_hit(emblem) for emblem in question.emblems if not emblem.upright)


def check_colour(question: Question) -> Iterator[Outcome]:
    """Blue and yellow are the emblem's own, or it is in one of its forms of one colour."""
    for emblem in question.emblems:
        if emblem.form is EmblemForm.GREY:
            yield _hit(emblem, found=Named("emblem-form", "grey"))
        elif emblem.colours:
            colours: tuple[Value, ...] = emblem.colours
            yield _hit(emblem, found=Listed(colours))


def check_one_colour(question: Question) -> Iterator[Outcome]:
    """Where there is colour, the emblem has its own."""
    for emblem in question.emblems:
        if emblem.form in (EmblemForm.BLACK, EmblemForm.BLUE) and _has_colour(question.facts, emblem):
            yield _hit(emblem)


def _has_colour(facts: Inspection, emblem: SeenEmblem) -> bool:
    """Whether anything but the emblem's own picture may have colour."""
    coloured = (Hue.OTHER, Hue.BLUE, Hue.YELLOW)
    paints = (mark.paint for page in facts.pages for mark in page.marks)
    pictures = (
        one.image.space
        for page in facts.pages
        for one in page.placements
        if emblem.vector or emblem.page != page.number or distance(one.box, emblem.box) > 0
    )
    painted = any(
        hue_of(paint) in coloured for paint in paints if paint.components and paint.space.names != ("All",)
    )
    return painted or any(space.components > 1 for space in pictures)


def check_covered(question: Question) -> Iterator[Outcome]:
    """Nothing lies over it, and all of it is on the page."""
    for emblem in question.emblems:
        if emblem.hidden > HIDDEN:
            yield _hit(emblem, share=Percent(emblem.hidden))


def check_border(question: Question) -> Iterator[Outcome]:
    """On a coloured ground it has a white border."""
    for emblem in question.emblems:
        if emblem.bare > BARE and emblem.form in (EmblemForm.COLOURED, EmblemForm.BLUE):
            yield _hit(emblem, width=Millimetres(emblem.height / 25))


def check_height(question: Question) -> Iterator[Outcome]:
    """It is as high as can be told apart."""
    least = question.demand.least
    for emblem in question.emblems:
        if emblem.height < least - EQUAL / 5:
            yield _hit(emblem, height=Millimetres(emblem.height), least=Millimetres(least))


def check_logo_size(question: Question) -> Iterator[Outcome]:
    """No logo beside it is larger, in width and in height."""
    for logo in question.seen.logos:
        emblems = [emblem for emblem in question.emblems if emblem.page == logo.page]
        height = max(emblem.height for emblem in emblems)
        tallest = max(emblems, key=lambda emblem: emblem.height)
        turned = abs(tallest.up[0]) > abs(tallest.up[1])
        wide, high = (logo.box.height, logo.box.width) if turned else (logo.box.width, logo.box.height)
        if high > height + 2 * EQUAL and wide > 1.5 * height + 2 * EQUAL:
            values: dict[str, Value] = {"logo": Extent(wide, high), "emblem": Extent(1.5 * height, height)}
            yield Hit(page=logo.page, box=logo.box, kind="logo", values=values)


def check_second_mark(question: Question) -> Iterator[Outcome]:
    """No second emblem stands beside the first."""
    for at, emblem in enumerate(question.emblems):
        for other in question.emblems[:at]:
            near = distance(emblem.box, other.box) < TOGETHER * emblem.height
            if other.page == emblem.page and near:
                yield _hit(emblem)
                break


def check_programme_logo(question: Question) -> Iterator[Outcome]:
    """The programme's logo, whose file is known, stands beside the emblem."""
    logos = question.case.profile.logos
    if logos and question.emblems and not any(logo.programme for logo in question.seen.logos):
        names: tuple[Value, ...] = tuple(dict.fromkeys(logo.name for logo in logos))
        yield Hit(page=_first_page(question), values={"files": Listed(names)})


def check_logo_form(question: Question) -> Iterator[Outcome]:
    """The programme's logo has its own proportions."""
    for logo in question.seen.logos:
        if logo.programme and abs(logo.stretched - 1) > STRETCHED:
            values: dict[str, Value] = {"share": Percent(logo.stretched)}
            yield Hit(page=logo.page, box=logo.box, kind="logo", values=values)


def check_logo_known(question: Question) -> Iterator[Outcome]:
    """Where no file of the programme's logo is known, a person looks whether it is there."""
    if not question.case.profile.logos:
        yield Hit(page=_first_page(question), values={"programme": question.profile.programme})


def _first_page(question: Question) -> int:
    return min((emblem.page for emblem in question.emblems), default=0)


def check_logo_space(question: Question) -> Iterator[Outcome]:
    """Round the programme's logo nothing else stands."""
    for logo in question.seen.logos:
        emblems = [emblem for emblem in question.emblems if emblem.page == logo.page]
        if not logo.programme:
            continue
        space = question.demand.least * max(emblem.height for emblem in emblems)
        others = [one.box for one in question.seen.logos if one.page == logo.page and one is not logo]
        others += [emblem.box for emblem in emblems]
        others += [run.box for run in question.page(logo.page).texts if run.paints and run.text.strip()]
        away = min((_clear(box, logo.box) for box in others), default=space)
        if away < space - 2 * EQUAL:
            values: dict[str, Value] = {"found": Millimetres(away), "least": Millimetres(space)}
            yield Hit(page=logo.page, box=logo.box, kind="logo", values=values)


def _clear(box: Rect, logo: Rect) -> float:
    """Points between something and a logo; what stands inside it is its own."""
    inside = (
        box.x0 >= logo.x0 - 1 and box.y0 >= logo.y0 - 1 and box.x1 <= logo.x1 + 1 and box.y1 <= logo.y1 + 1
    )
    return float("inf") if inside else distance(box, logo)


def check_alternatives(question: Question) -> Iterator[Outcome]:
    """In a tagged file the emblem has words in each language."""
    structure = question.facts.structure
    if structure is None or not question.facts.marked:
        return
    pages = {emblem.page for emblem in question.emblems if emblem.vector}
    told = [
        (structure.elements[leaf.element].language, structure.elements[leaf.element].alternative or "")
        for leaf in structure.leaves
        if leaf.page in pages and 0 <= leaf.element < len(structure.elements)
        if structure.elements[leaf.element].kind == "Figure"
    ]
    for language in question.languages:
        phrases = question.profile.emblem_words.get(language, ())
        said = [words for code, words in told if code.split("-")[0].lower() == language]
        if pages and phrases and not any(says(words, phrases) for words in said):
            values: dict[str, Value] = {"language": Named("tongue", language)}
            yield Hit(page=min(pages), kind="figure", values=values)


def check_page(question: Question) -> Iterator[Outcome]:
    """On which page the emblem stands is a matter of habit."""
    pages = sorted({emblem.page for emblem in question.emblems})
    if pages:
        yield Hit(page=pages[0], values={"programme": question.profile.programme})


ANSWERS: Mapping[str, Answer] = {
    **statement.ANSWERS,
    "emblem": check_emblem,
    "emblem-raster": check_raster,
    "emblem-form": check_form,
    "emblem-upright": check_upright,
    "emblem-colour": check_colour,
    "emblem-one-colour": check_one_colour,
    "emblem-covered": check_covered,
    "emblem-border": check_border,
    "emblem-height": check_height,
    "logo-size": check_logo_size,
    "second-mark": check_second_mark,
    "programme-logo": check_programme_logo,
    "programme-logo-form": check_logo_form,
    "programme-logo-space": check_logo_space,
    "programme-logo-known": check_logo_known,
    "alternatives": check_alternatives,
    "page": check_page,
}
"""How each rule that a profile may have is judged."""


def publicity_rules(profile: PublicityProfile | None) -> tuple[JudgeRule, ...]:
    """The rules of a profile for the judge; none without one."""
    demands = {} if profile is None else profile.demands
    return tuple(_rule(name, demand, profile) for name, demand in demands.items() if profile is not None)


def _rule(name: str, demand: PublicityDemand, profile: PublicityProfile) -> JudgeRule:
    answer = ANSWERS[name]
    source = PUBLICITY.at(Clause(f"{demand.source} ({demand.checked.isoformat()})"))

    def check(case: Case) -> Iterable[Outcome]:
        return answer(Question(case, profile, demand))

    return JudgeRule(f"{CODE}{name}", demand.grade, PAINTED, (source,), check, tuple(Aim))
