"""The rules of the words beside an emblem: what each finds in a file's facts; opens none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from layout.model.geometry import Point, bound, distance, meet
from layout.model.values import Listed, Millimetres, Named, Value
from layout.preflight.facts import SketchedPath, TextRun
from layout.preflight.graphics.emblem_sight import SeenEmblem
from layout.preflight.publicity.colours import Hue, hue_of, write_colour
from layout.preflight.rules.publicity.question import EQUAL, Answer, Question
from layout.preflight.rules.publicity.words import FoundPhrase, find_phrases
from layout.preflight.rules.rule import Hit, Outcome, excerpt


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


ANSWERS: Mapping[str, Answer] = {
    "statement": check_statement,
    "statement-beside": check_beside,
    "statement-overlap": check_overlap,
    "statement-face": check_face,
    "statement-style": check_style,
    "statement-colour": check_words_colour,
    "statement-size": check_words_size,
    "fund": check_fund,
    "period": check_period,
}
"""How each rule of the words is judged."""
