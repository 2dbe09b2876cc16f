"""Rules of an accessible file in two languages, those above all that validators pass over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from layout.model.diagnostic import Severity
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.values import Count, Listed, Values
from layout.preflight.facts import PageAnnotation, Structure, TaggedElement
from layout.preflight.rules.passages import TaggedPassage, ancestors, guess_language, leaf_runs, read_passages
from layout.preflight.rules.rule import FILE, Aim, Case, Hit, JudgeRule, Outcome, excerpt
from layout.preflight.rules.source import LANGUAGES, PDF, PDF_A, PDF_UA

MAIL = (Aim.MAIL,)
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_FILE_NAME = late_pattern(
    r"\.(pdf|docx?|odt|indd|idml|qxp|tex|html?|rtf|ai|svg|jpe?g|png|tiff?)$", re.IGNORECASE
)
_NO_TITLE = late_pattern(
    r"(microsoft word|untitled|unnamed|bez tytułu|bez názvu|document\d*$|dokument\d*$|new document)",
    re.IGNORECASE,
)


def _structure(case: Case) -> Structure | None:
    return case.facts.structure


def check_structure(case: Case) -> Iterator[Outcome]:
    """The file has a structure tree and says that it is tagged, without doubt."""
    structure = _structure(case)
    if structure is None or not structure.elements or not case.facts.marked:
        yield Hit(kind="structure")


def check_claim(case: Case) -> Iterator[Outcome]:
    """XMP names PDF/UA-1 and PDF/A-2a."""
    xmp = case.facts.metadata.xmp
    claims = (xmp.get("pdfuaid:part"), xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance"))
    if claims != ("1", "2", "A"):
        found = f"UA-{claims[0] or '–'}, A-{claims[1] or '–'}{(claims[2] or '').lower()}"
        yield Hit(kind="metadata", values={"found": found})


def check_document_language(case: Case) -> Iterator[Outcome]:
    """The document has a language that is one of those it speaks."""
    language = case.facts.language.split("-")[0].lower()
    if language not in case.profile.languages:
        yield Hit(kind="structure", values={"found": case.facts.language or "–"})


def check_title(case: Case) -> Iterator[Outcome]:
    """XMP has a title."""
    if not any(title.strip() for title in case.facts.metadata.titles.values()):
        yield Hit(kind="metadata")


def check_shown_title(case: Case) -> Iterator[Outcome]:
    """The window shows the title, not the file's name."""
    if not case.facts.display_title:
        yield Hit(kind="metadata")


def check_title_words(case: Case) -> Iterator[Outcome]:
    """The title is a title, not a file's name or a program's word for none."""
    stem = PurePath(case.facts.name).stem.lower()
    titles = {*case.facts.metadata.titles.values(), case.facts.metadata.info.get("Title", "")}
    for title in sorted(filter(None, map(str.strip, titles))):
        is_stem = title.lower() == stem and " " not in title
        if _FILE_NAME.search(title) or _NO_TITLE.match(title) or is_stem:
            yield Hit(kind="metadata", name=excerpt(title), values={"title": excerpt(title)})


def check_title_languages(case: Case) -> Iterator[Outcome]:
    """The title stands in XMP once for each language, with its language."""
    titles = case.facts.metadata.titles
    given = {language.split("-")[0].lower() for language, title in titles.items() if title}
    missing = [language for language in case.profile.languages if language not in given]
    if titles and missing:
        yield Hit(kind="metadata", values={"missing": Listed(tuple(missing))})


def check_passages(case: Case) -> Iterator[Outcome]:
    """Each passage and alternative text is tagged with the language its letters and words are of."""
    structure = _structure(case)
    for passage in read_passages(case.facts, structure) if structure else ():
        if wrong := _mistaken(passage.language, passage.text):
            yield Hit(
                page=passage.page, box=passage.box, kind="text", name=excerpt(passage.text), values=wrong
            )
    for index, element in enumerate(structure.elements if structure else ()):
        if wrong := _mistaken(element.language, element.alternative or ""):
            yield Hit(
                page=_page_of(case, index),
                box=None,
                kind="figure",
                name=excerpt(element.alternative or ""),
                values=wrong,
            )


def _mistaken(language: str, text: str) -> Values:
    """What is said of the text's language and what it is, where the two differ."""
    guess = guess_language(text)
    said = language.split("-")[0].lower()
    return {"said": said or "–", "is": guess} if guess and said in (*PAIR, "") and guess != said else {}


def check_parent_tree(case: Case) -> Iterator[Outcome]:
    """The ParentTree leads from each marked content back to the element that holds it."""
    structure = _structure(case)
    if structure is None:
        return
    numbers = {page.number: page for page in case.facts.pages}
    for leaf in structure.leaves:
        page = numbers.get(leaf.page)
        element = structure.elements[leaf.element] if leaf.element >= 0 else None
        if page is None or leaf.mcid < 0 or element is None or not element.number:
            continue
        key = page.form_parents.get(leaf.owner, -1) if leaf.owner else page.struct_parents
        held = structure.parents.get((key, leaf.mcid), 0)
        if (leaf.owner, leaf.mcid) in page.mcids and held != element.number:
            values: Values = {"mcid": leaf.mcid, "found": _name(structure, held), "wanted": element.kind}
            yield Hit(page=leaf.page, box=None, kind="structure", name=element.kind, values=values)


def _name(structure: Structure, number: int) -> str:
    return next((element.kind for element in structure.elements if element.number == number), "–")


def check_orphans(case: Case) -> Iterator[Outcome]:
    """Every marked content of a page is a leaf of the structure tree."""
    structure = _structure(case)
    if structure is None:
        return
    held = {(leaf.page, leaf.owner, leaf.mcid) for leaf in structure.leaves}
    runs = leaf_runs(case.facts)
    for page in case.facts.pages:
        for owner, mcid in sorted(page.mcids):
            if (page.number, owner, mcid) not in held:
                shown = runs.get((page.number, owner, mcid), [])
                text = excerpt(" ".join(run.text for run in shown))
                box = shown[0].box if shown else None
                yield Hit(
                    page=page.number,
                    box=box,
                    kind="text" if shown else "structure",
                    name=text,
                    values={"mcid": mcid},
                )


def check_leaves(case: Case) -> Iterator[Outcome]:
    """Every leaf of the structure tree is on its page, and in one place of the tree only."""
    structure = _structure(case)
    there = {page.number: page.mcids for page in case.facts.pages}
    seen: set[tuple[int, int, int]] = set()
    for leaf in structure.leaves if structure else ():
        key = (leaf.page, leaf.owner, leaf.mcid)
        missing = (leaf.owner, leaf.mcid) not in there.get(leaf.page, frozenset())
        if leaf.mcid >= 0 and (missing or key in seen):
            yield Hit(page=leaf.page, box=None, kind="structure", name="", values={"mcid": leaf.mcid})
        seen.add(key)


def check_untagged(case: Case) -> Iterator[Outcome]:
    """Everything painted is a leaf of the structure tree or an artifact."""
    for page in case.facts.pages:
        texts = [run for run in page.texts if not run.tag.reachable]
        for run in texts[:3]:
            yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text))
        marks = [mark for mark in page.marks if not mark.tag.reachable]
        if marks:
            yield Hit(page=page.number, box=marks[0].box, kind=marks[0].kind.value)
        images = [placement for placement in page.placements if not placement.tag.reachable]
        if images:
            yield Hit(page=page.number, box=images[0].box, kind="image", name=images[0].image.name)


def check_text(case: Case) -> Iterator[Outcome]:
    """Every character that is not an artifact can be read out: it has a Unicode value of its own."""
    structure = _structure(case)
    replaced = _replaced(structure) if structure else frozenset()
    for page in case.facts.pages:
        for run in page.texts:
            key = (page.number, run.tag.owner, run.tag.mcid)
            unreadable = run.unreadable or any("\ue000" <= letter <= "\uf8ff" for letter in run.text)
            if unreadable and not run.tag.artifact and key not in replaced:
                values: Values = {
                    "font": case.facts.fonts[run.font].name,
                    "count": Count(max(run.unreadable, 1)),
                }
                yield Hit(page=page.number, box=run.box, kind="text", name=excerpt(run.text), values=values)


def _replaced(structure: Structure) -> frozenset[tuple[int, int, int]]:
    """Marked content for which an element around it says another text."""
    found = set()
    for leaf in structure.leaves:
        around = (structure.elements[index] for index in ancestors(structure, leaf.element))
        if any(element.actual or element.alternative for element in around):
            found.add((leaf.page, leaf.owner, leaf.mcid))
    return frozenset(found)


def check_order(case: Case) -> Iterator[Outcome]:
    """Each language is read down its column: a page whose passages mostly go up is read backwards."""
    structure = _structure(case)
    groups: dict[tuple[int, str], list[TaggedPassage]] = {}
    for passage in read_passages(case.facts, structure) if structure else ():
        groups.setdefault((passage.page, passage.language), []).append(passage)
    for (page, language), passages in groups.items():
        steps = list(pairwise(passages))
        upward = [after for before, after in steps if _is_above(after, before)]
        if upward:
            values: Values = {
                "language": language or "–",
                "count": Count(len(upward)),
                "of": Count(len(steps)),
            }
            severity = ERROR if 2 * len(upward) >= len(steps) else NOTE
            yield Hit(
                page=page,
                box=upward[0].box,
                kind="text",
                name=excerpt(upward[0].text),
                values=values,
                severity=severity,
            )


def _is_above(after: TaggedPassage, before: TaggedPassage) -> bool:
    """Whether a passage stands wholly above another in the same column."""
    shared = min(after.box[2], before.box[2]) - max(after.box[0], before.box[0])
    narrower = min(after.box[2] - after.box[0], before.box[2] - before.box[0])
    return shared > 0.3 * narrower and after.box[1] > before.box[3] - 1.0


def _elements(case: Case, *kinds: str) -> Iterator[tuple[int, TaggedElement]]:
    structure = _structure(case)
    for index, element in enumerate(structure.elements if structure else ()):
        if element.kind in kinds:
            yield index, element


def _page_of(case: Case, index: int) -> int:
    """The page of an element's first leaf; 0 without one."""
    structure = _structure(case)
    for leaf in structure.leaves if structure else ():
        if structure and index in ancestors(structure, leaf.element):
            return leaf.page
    return 0


def check_alternatives(case: Case) -> Iterator[Outcome]:
    """Figures and formulas have an alternative text that says something."""
    for index, element in _elements(case, "Figure", "Formula"):
        alternative = (element.alternative or element.actual or "").strip()
        if not alternative or _FILE_NAME.search(alternative):
            values = {"found": excerpt(alternative) or "–"}
            yield Hit(page=_page_of(case, index), box=None, kind="figure", name=element.kind, values=values)


def check_headings(case: Case) -> Iterator[Outcome]:
    """Headings start at level 1 and skip none going down; plain ones stand alone, one to an element."""
    level = 0
    for index, element in _elements(case, *(f"H{n}" for n in range(1, 100))):
        own = int(element.kind[1:])
        if own > level + 1:
            values = {"found": element.kind, "before": f"H{level}" if level else "–"}
            yield Hit(
                page=_page_of(case, index), box=None, kind="structure", name=element.kind, values=values
            )
        level = own
    held: set[int] = set()
    for index, element in _elements(case, "H"):
        if level or element.parent in held:
            values = {"found": "H", "before": f"H{level}" if level else "H"}
            yield Hit(page=_page_of(case, index), box=None, kind="structure", name="H", values=values)
        held.add(element.parent)


def check_tables(case: Case) -> Iterator[Outcome]:
    """Tables have head cells that say what they head."""
    structure = _structure(case)
    heads: dict[int, list[TaggedElement]] = {}
    for index, element in _elements(case, "TH"):
        if structure:
            tables = [i for i in ancestors(structure, index) if structure.elements[i].kind == "Table"]
            heads.setdefault(tables[0] if tables else -1, []).append(element)
    for index, _ in _elements(case, "Table"):
        cells = heads.get(index, [])
        if not cells or any(not cell.scope for cell in cells):
            yield Hit(page=_page_of(case, index), box=None, kind="structure", name="Table")


AROUND = {"Link": "Link", "Widget": "Form"}
"""Kinds of annotations with the element that holds them; all others stand in `Annot`."""


def check_links(case: Case) -> Iterator[Outcome]:
    """Links and other annotations stand in elements of their own kind, and say what they are."""
    structure = _structure(case)
    held = {leaf.target: leaf.element for leaf in structure.leaves if leaf.target} if structure else {}
    for page in case.facts.pages:
        for note in page.annotations:
            if note.hidden or note.kind in ("Popup", "PrinterMark", "TrapNet"):
                continue
            is_held = structure is not None and _is_held(structure, note, held.get(note.number, -1))
            if not is_held or not note.contents.strip():
                yield Hit(page=page.number, box=note.box, kind="annotation", name=note.kind)


def _is_held(structure: Structure, note: PageAnnotation, element: int) -> bool:
    """Whether an annotation's element is of its kind or lies in such, and the ParentTree leads back to it."""
    if element < 0:
        return False
    kinds = {structure.elements[index].kind for index in ancestors(structure, element)}
    back = structure.parents.get((note.struct_parent, -1), 0)
    return AROUND.get(note.kind, "Annot") in kinds and back == structure.elements[element].number


def check_tabs(case: Case) -> Iterator[Outcome]:
    """On pages with links the tab key follows the structure."""
    for page in case.facts.pages:
        if page.annotations and page.tab_order != "S":
            yield Hit(page=page.number, kind="page")


def check_intent(case: Case) -> Iterator[Outcome]:
    """One output intent of PDF/A with a sound RGB profile."""
    found = [intent for intent in case.facts.intents if intent.subtype == "GTS_PDFA1"]
    profile = found[0].profile if found else None
    if profile is None or not profile.sound or profile.space != "RGB " or profile.components != 3:
        yield Hit(kind="intent", values={"found": profile.space.strip() if profile else "–"})


RULES: tuple[JudgeRule, ...] = (
    JudgeRule("access-structure", ERROR, FILE, (PDF_UA.at("7.1"),), check_structure, MAIL),
    JudgeRule("access-claim", ERROR, FILE, (PDF_UA.at("5"), PDF_A.at("6.6.4")), check_claim, MAIL),
    JudgeRule("access-intent", ERROR, FILE, (PDF_A.at("6.2.3"),), check_intent, MAIL),
    JudgeRule(
        "access-language", ERROR, FILE, (PDF_UA.at("7.2"), PDF.at("14.9.2")), check_document_language, MAIL
    ),
    JudgeRule("access-title", ERROR, FILE, (PDF_UA.at("7.1"),), check_title, MAIL),
    JudgeRule("access-shown-title", ERROR, FILE, (PDF_UA.at("7.1"), PDF.at("12.2")), check_shown_title, MAIL),
    JudgeRule("access-title-words", ERROR, FILE, (LANGUAGES,), check_title_words, MAIL),
    JudgeRule("access-title-languages", ERROR, FILE, (LANGUAGES,), check_title_languages, MAIL),
    JudgeRule("access-passage", ERROR, FILE, (LANGUAGES, PDF_UA.at("7.2")), check_passages, MAIL),
    JudgeRule("access-parent-tree", ERROR, FILE, (PDF.at("14.7.4.4"),), check_parent_tree, MAIL),
    JudgeRule("access-orphan", ERROR, FILE, (PDF_UA.at("7.1"), PDF.at("14.7.4")), check_orphans, MAIL),
    JudgeRule("access-leaf", ERROR, FILE, (PDF.at("14.7.4.2"),), check_leaves, MAIL),
    JudgeRule("access-untagged", ERROR, FILE, (PDF_UA.at("7.1"),), check_untagged, MAIL),
    JudgeRule("access-text", ERROR, FILE, (PDF_UA.at("7.21.7"), PDF.at("9.10")), check_text, MAIL),
    JudgeRule("access-order", ERROR, FILE, (LANGUAGES, PDF_UA.at("7.2")), check_order, MAIL),
    JudgeRule("access-alternative", ERROR, FILE, (PDF_UA.at("7.3"),), check_alternatives, MAIL),
    JudgeRule("access-headings", ERROR, FILE, (PDF_UA.at("7.4.2"),), check_headings, MAIL),
    JudgeRule("access-tables", ERROR, FILE, (PDF_UA.at("7.5"),), check_tables, MAIL),
    JudgeRule("access-links", ERROR, FILE, (PDF_UA.at("7.18"),), check_links, MAIL),
    JudgeRule("access-tabs", ERROR, FILE, (PDF_UA.at("7.18.3"),), check_tabs, MAIL),
)
