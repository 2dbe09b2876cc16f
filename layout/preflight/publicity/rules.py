"""The rules of publicity by their names in a profile: what each finds in a file's facts; opens none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from layout.model.geometry import Point, Rect, bound, distance, meet
from layout.model.products.publicity import PublicityDemand, PublicityProfile
from layout.model.values import Extent, Listed, Millimetres, Named, Percent, Value
from layout.preflight.facts import Inspection, PageFacts, SketchedPath, TextRun
from layout.preflight.publicity.colours import Hue, hue_of, write_colour
from layout.preflight.publicity.seen import EmblemForm, PublicityFacts, SeenEmblem
from layout.preflight.publicity.words import FoundPhrase, find_phrases, says
from layout.preflight.rules.rule import PAINTED, Aim, Case, Gap, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import PUBLICITY, Clause

CODE = "publicity-"
"""What the codes of these rules begin with."""
HIDDEN = 0.01
"""Part of an emblem's points that may look otherwise than they should."""
BARE = 0.03
"""Part of the white border that may be missing."""
EQUAL = 0.5
"""Points by which two measures may differ and be called equal."""
STRETCHED = 0.02
"""How much the programme's logo may differ from its proportions."""
TOGETHER = 4.0
"""Heights between two emblems that stand together; further ones are on other pages of a sheet."""


@dataclass(frozen=True, slots=True)
class Question:
    """A file and one rule of a profile."""

    case: Case
    profile: PublicityProfile
    demand: PublicityDemand

    @property
    def facts(self) -> Inspection:
        return self.case.facts

    @property
    def seen(self) -> PublicityFacts:
        return self.facts.publicity or PublicityFacts()

    @property
    def emblems(self) -> tuple[SeenEmblem, ...]:
        return self.seen.emblems

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.case.profile.languages))

    def page(self, number: int) -> PageFacts:
        return self.facts.pages[number - 1]


Answer = Callable[[Question], Iterable[Outcome]]


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
        if emblem.form in (EmblemForm.BLACK, EmblemForm.BLUE) and _has_colour(question.facts):
            yield _hit(emblem)


def _has_colour(facts: Inspection) -> bool:
    coloured = (Hue.OTHER, Hue.BLUE, Hue.YELLOW)
    paints = (mark.paint for page in facts.pages for mark in page.marks)
    pictures = (one.image.space for page in facts.pages for one in page.placements)
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


def check_statement(question: Question) -> Iterator[Outcome]:
    """The words stand in the file in each language, on a page of the emblem if it has one."""
    yield from _absent(question, question.profile.statement)


def check_fund(question: Question) -> Iterator[Outcome]:
    """The fund is named in each language."""
    yield from _absent(question, question.profile.fund)


def _absent(question: Question, words: Mapping[str, tuple[str, ...]]) -> Iterator[Outcome]:
    pages = {emblem.page for emblem in question.emblems}
    for language in question.languages:
        phrases = words.get(language, ())
        if not phrases:
            continue
        found = {page.number for page in question.facts.pages if find_phrases(page.texts, phrases)}
        if not found or (pages and not found & pages):
            wanted = phrases[0].replace("*", "…")
            page = min(pages, default=0)
            yield Hit(page=page, values={"language": Named("tongue", language), "wanted": wanted})


def _statements(question: Question) -> Iterator[tuple[SeenEmblem, str, FoundPhrase]]:
    """For each language the words of the statement nearest to an emblem, with that emblem."""
    for language in question.languages:
        phrases = question.profile.statement.get(language, ())
        nearest: tuple[float, SeenEmblem, FoundPhrase] | None = None
        for number in sorted({emblem.page for emblem in question.emblems}):
            for found in find_phrases(question.page(number).texts, phrases):
                for emblem in question.emblems:
                    away = _away(found, emblem)
                    if emblem.page == number and (nearest is None or away < nearest[0]):
                        nearest = (away, emblem, found)
        if nearest is not None:
            yield nearest[1], language, nearest[2]


def _away(found: FoundPhrase, emblem: SeenEmblem) -> float:
    return min(distance(run.box, emblem.box) for run in found.passage)


def _words(question: Question) -> Iterator[tuple[SeenEmblem, TextRun]]:
    """The runs of statement and fund's name beside the emblem."""
    known: set[int] = set()
    for emblem, language, found in _statements(question):
        funds = find_phrases(question.page(emblem.page).texts, question.profile.fund.get(language, ()))
        near = [one for one in funds if distance(one.box, found.box) < 3 * emblem.height]
        for run in (*found.runs, *(run for one in near for run in one.runs)):
            if id(run) not in known:
                known.add(id(run))
                yield emblem, run


def _hit_words(emblem: SeenEmblem, run: TextRun, **values: Value) -> Hit:
    return Hit(page=emblem.page, box=run.box, kind="text", name=excerpt(run.text), values=values)


def check_beside(question: Question) -> Iterator[Outcome]:
    """The words are no further from the emblem than the profile lets them."""
    for emblem, language, found in _statements(question):
        away, most = _away(found, emblem), question.demand.most * emblem.height
        if away > most + EQUAL:
            yield _hit_words(
                emblem,
                found.runs[0],
                language=Named("tongue", language),
                distance=Millimetres(away),
                most=Millimetres(most),
            )


def check_overlap(question: Question) -> Iterator[Outcome]:
    """No words run over the emblem."""
    for emblem in question.emblems:
        for run in question.page(emblem.page).texts:
            shared = meet(run.box.grown(-run.size / 8), emblem.box) if run.paints else None
            if shared is not None and run.text.strip():
                yield _hit_words(emblem, run)
                break


def check_face(question: Question) -> Iterator[Outcome]:
    """The words are set in one of the profile's faces."""
    for emblem, run in _words(question):
        name = question.facts.fonts[run.font].name.partition("+")[2] or question.facts.fonts[run.font].name
        if not any(is_face(name, face) for face in question.profile.faces):
            faces: tuple[Value, ...] = question.profile.faces
            yield _hit_words(emblem, run, face=name, faces=Listed(faces))


def is_face(name: str, face: str) -> bool:
    """Whether a font's name is that of a face, in any cut: `ArialMT`, `Ubuntu-Bold`, not `Arialesque`."""
    plain = re.escape(face.replace(" ", ""))
    return re.match(rf"(?i:{plain})(?![a-z])", re.sub(r"[ _]", "", name)) is not None


def check_style(question: Question) -> Iterator[Outcome]:
    """The words are upright, not underlined, and without effects."""
    for emblem, run in _words(question):
        font = question.facts.fonts[run.font]
        fault = ""
        if run.slanted or font.italic:
            fault = "italic"
        elif (
            run.stroke
            or len(run.paints) > 1
            or any(paint.alpha < 1 or paint.patterned for paint in run.paints)
        ):
            fault = "effect"
        elif _is_underlined(run, question.page(emblem.page).sketch):
            fault = "underlined"
        if fault:
            yield _hit_words(emblem, run, fault=Named("statement-fault", fault))


def _is_underlined(run: TextRun, sketch: Iterable[SketchedPath]) -> bool:
    """Whether a thin line runs under half of the words or more."""
    along, up = run.direction, (-run.direction[1], run.direction[0])
    words = bound(_turned(corner, along, up) for corner in (run.box[:2], run.box[2:]))
    low, high = words.y0 - 0.2 * run.size, words.y0 + 0.38 * words.height
    for path in sketch:
        for points in path.runs:
            rule = bound(_turned(point, along, up) for point in points)
            shared = min(rule.x1, words.x1) - max(rule.x0, words.x0)
            thin = rule.height + path.width < 0.2 * run.size
            if thin and low <= (rule.y0 + rule.y1) / 2 <= high and shared > words.width / 2:
                return True
    return False


def _turned(point: Point, along: Point, up: Point) -> Point:
    """A place of the page as seen by a line that runs `along`."""
    return (point[0] * along[0] + point[1] * along[1], point[0] * up[0] + point[1] * up[1])


def check_words_colour(question: Question) -> Iterator[Outcome]:
    """The words are Reflex Blue, black or white."""
    for emblem, run in _words(question):
        for paint in run.paints:
            if not paint.white and hue_of(paint) not in (Hue.BLUE, Hue.BLACK, Hue.WHITE):
                yield _hit_words(emblem, run, found=write_colour(paint))


def check_words_size(question: Question) -> Iterator[Outcome]:
    """Capitals are in proportion to the emblem."""
    for emblem, run in _words(question):
        capitals = run.size * question.facts.fonts[run.font].cap_height
        least, most = question.demand.least, question.demand.most
        if not least - 0.005 <= capitals / emblem.height <= most + 0.005:
            yield _hit_words(
                emblem,
                run,
                capitals=Millimetres(capitals),
                least=Millimetres(least * emblem.height),
                most=Millimetres(most * emblem.height),
            )
            return


def check_period(question: Question) -> Iterator[Outcome]:
    """Beside the emblem nothing speaks of another period."""
    for number in sorted({emblem.page for emblem in question.emblems}):
        found = find_phrases(question.page(number).texts, question.profile.foreign)
        if found:
            text = excerpt(" ".join(run.text for run in found[0].runs), 60)
            values: dict[str, Value] = {"period": question.profile.period}
            yield Hit(page=number, box=found[0].box, kind="text", name=text, values=values)


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
    "statement": check_statement,
    "statement-beside": check_beside,
    "statement-overlap": check_overlap,
    "statement-face": check_face,
    "statement-style": check_style,
    "statement-colour": check_words_colour,
    "statement-size": check_words_size,
    "fund": check_fund,
    "period": check_period,
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
