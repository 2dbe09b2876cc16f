"""Takes a format and, if given, real texts; writes a content folder with everything a brochure may hold.

    python -m bench.stress build/stress/A5 --format A5 --text TEXTS/press.tsv
    python make_pdf.py build build/stress/A5 -o build/stress/A5-out

Headings of all levels and lengths, lists of two levels, tables, facts, timelines, figures of every place,
quotations, notes of both kinds, page numbers, an index, a glossary, a programme, contacts; over thirty pages
of A5. It is for looking at: every page, at a size where a torn line shows. The same text gives equal bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.corpus import generate_blocks

IMAGES = Path(__file__).parent.parent / "content" / "images"
FORMATS: dict[str, object] = {
    "A4": "A4",
    "A5": "A5",
    "A6": "A6",
    "DL": "DL",
    "square": "square",
    "landscape": ["210mm", "148mm"],
}
SHORT = 170
"""Characters up to which a passage of a text is taken for a short one."""

Entry = dict[str, object]
Pair = dict[str, str]

HEADINGS = (
    ("Początki współpracy", "Začátky spolupráce"),
    (
        "Współpraca aglomeracji w dziedzinie kultury, turystyki i ochrony środowiska",
        "Spolupráce aglomerací v oblasti kultury, cestovního ruchu a životního prostředí",
    ),
    ("Drogi rowerowe", "Cyklostezky v povodí Odry a Moravy"),
    ("O najdziwaczniejszych nieporozumieniach", "O nejpodivnějších nedorozuměních"),
    ("Co dalej?", "Co bude dál?"),
    ("Pięćdziesięciokilometrowa przejażdżka", "Padesátikilometrová vyjížďka"),
)


def read_passages(file: Path | None) -> Iterator[Pair]:
    """Pairs of a `.tsv` of real texts, again from its start when they end; without one, invented."""
    if file is None:
        for block in generate_blocks(400, 7):
            if not block.level:
                yield _pair(*block.text)
        return
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    pairs = [parts[1:] for parts in lines if len(parts) == 3 and not parts[0].startswith("#")]
    while pairs:
        yield from (_pair(*pair) for pair in pairs)


def _pair(pl: str, cs: str) -> Pair:
    return {"pl": pl, "cs": cs}


def _shared(text: str) -> Pair:
    return _pair(text, text)


class Stress:
    """Says the blocks of the brochure in order, from passages as they come."""

    def __init__(self, passages: Iterator[Pair]) -> None:
        self._passages = passages

    def take(self) -> Pair:
        """The next passage, its signs of markup protected."""
        pair = next(self._passages)
        return {
            side: "".join("\\" + sign if sign in "*`\\[]{}~<_^" else sign for sign in text)
            for side, text in pair.items()
        }

    def paragraphs(self, count: int) -> Iterator[Entry]:
        """So many paragraphs; every other passage that is long is followed by its first sentence alone."""
        for number in range(count):
            pair = self.take()
            yield {"paragraph": pair}
            if number % 2 and len(pair["pl"]) > SHORT:
                yield {"paragraph": {side: _first_sentence(text) for side, text in pair.items()}}

    def noted(self, notes: int) -> Entry:
        """A paragraph with footnotes behind its first words, and a side note."""
        words = {side: text.split(" ") for side, text in self.take().items()}
        for number in range(1, notes + 1):
            note = self.take()
            for side, own in words.items():
                own[min(number * 5, len(own)) - 1] += f"^[{_first_sentence(note[side])}]"
        pair = {side: " ".join(own) for side, own in words.items()}
        return {"paragraph": {**pair, "side-note": _first_pair(self.take())}}

    def marked(self, key: str) -> Entry:
        """A paragraph that leads to a key and lists its first words in the index."""
        pair = self.take()
        for side, lead in (("pl", "zob. s."), ("cs", "viz s.")):
            words = pair[side].split(" ")
            first = words[0].strip("„“,.()")
            pair[side] = f"[{words[0]}]{{index={first}}} "
            pair[side] += " ".join(words[1:]) + f" ({lead} {{page={key}}})"
        return {"paragraph": pair}

    def heading(self, number: int, level: int, **more: object) -> Entry:
        """A heading of the table, those of one level in turn."""
        return {"heading": {**_pair(*HEADINGS[number % len(HEADINGS)]), "level": level, **more}}

    def list_of(self, count: int, numbered: object) -> Entry:
        """A list of long and short items, every third with items of its own."""
        items: list[Entry] = []
        for number in range(count):
            item: Entry = dict(_first_pair(self.take()) if number % 2 else _short(self.take()))
            if number % 3 == 1:
                item["items"] = [_short(self.take()) for _ in range(3)]
                item["numbered"] = "letters"
            items.append(item)
        return {"list": {"numbered": numbered, "items": items}}

    def figure(self, file: str, place: str, **more: object) -> Entry:
        """A picture with a caption of its own."""
        figure: Entry = {"file": f"images/{file}", "place": place, **more}
        if "decorative" not in more:
            figure["alt"] = _pair("Rysunek próbny", "Zkušební kresba")
        return {"figure": {**figure, "caption": _first_pair(self.take())}}

    def table(self, rows: int, columns: int, **more: object) -> Entry:
        """A table of words and numbers."""
        heads = [_pair("gmina", "obec"), _pair("mieszkańcy", "obyvatelé"), _pair("odległość", "vzdálenost")]
        heads += [_pair("rok", "rok"), _pair("uwagi", "poznámky")]
        lines: list[list[object]] = []
        for number in range(1, rows + 1):
            cells: list[object] = [_pair(f"gmina nr {number}", f"obec č. {number}")]
            cells += [f"{number * 1237}", f"{number * 7.3:.1f} km".replace(".", ",")]
            cells += [f"{1990 + number}", _short(self.take())]
            lines.append(cells[:columns])
        return {"table": {"caption": _short(self.take()), "head": heads[:columns], "rows": lines, **more}}

    def facts(self, count: int, shared: bool) -> Entry:
        """Key figures, alike in both languages or each its own."""
        values: list[object] = ["130 km", "2016", "12", "3 dny"]
        if not shared:
            values = [_pair("2,5 mln", "2,5 mil."), _pair("85%", "85 %"), _pair("20 os.", "20 lidí")]
        return {
            "facts": [
                {"value": values[number % len(values)], "label": _short(self.take())}
                for number in range(count)
            ]
        }

    def timeline(self, count: int, **more: object) -> Entry:
        """Events of the river."""
        events = [{"when": str(2014 + number), **_short(self.take())} for number in range(count)]
        return {"timeline": {"events": events, **more}}

    def programme(self) -> Entry:
        """Two days of a visit."""
        days = []
        for day in (_pair("Środa 18 listopada", "Středa 18. listopadu"), _pair("Czwartek", "Čtvrtek")):
            entries = [
                {
                    "time": f"{hour}:00–{hour}:45",
                    **_short(self.take()),
                    "place": _pair("sala konferencyjna", "konferenční sál"),
                }
                for hour in range(9, 16)
            ]
            days.append({"day": day, "entries": entries})
        return {"programme": days}

    def participants(self) -> Entry:
        """A delegation of twelve invented names."""
        people = [
            {"surname": f"{name}ski", "given": "Jan", "role": _pair("uczestnik", "účastník")}
            for name in ("Ada", "Bor", "Ced", "Dar", "Ewal", "Fal", "Gór", "Hor", "Iw", "Jan", "Kow", "Lip")
        ]
        delegation = _pair("Aglomeracja Opolska", "Opolská aglomerace")
        return {"participants": [{"delegation": delegation, "people": people}]}

    def blocks(self) -> Iterator[Entry]:
        """All of it."""
        yield from self._text()
        yield from self._figures()
        yield from self._lists()

    def _text(self) -> Iterator[Entry]:
        yield {"contents": {"title": _pair("Spis treści", "Obsah"), "depth": 3}}
        yield self.heading(0, 1, opener=True, id="start")
        yield {"lead": _first_pair(self.take())}
        yield from self.paragraphs(5)
        yield self.heading(1, 2, id="kultura")
        yield self.noted(2)
        yield from self.paragraphs(2)
        yield self.figure("map.svg", "float")
        yield from self.paragraphs(4)
        yield self.marked("stopka")
        yield self.heading(3, 3)
        yield self.list_of(12, True)
        yield from self.paragraphs(2)
        yield self.figure("towers.svg", "left", height="50mm")
        yield from self.paragraphs(2)
        yield {"quote": {**_first_pair(self.take()), "attribution": _pair("przysłowie", "přísloví")}}
        yield self.table(6, 3)
        yield from self.paragraphs(2)

    def _figures(self) -> Iterator[Entry]:
        yield self.heading(1, 1, short=_pair("Kultura i turystyka", "Kultura a turistika"))
        yield from self.paragraphs(3)
        yield self.facts(3, True)
        yield from self.paragraphs(2)
        yield self.noted(3)
        yield self.figure("landscape.jpg", "spread", height="60mm")
        yield from self.paragraphs(5)
        yield self.timeline(5)
        yield from self.paragraphs(2)
        yield self.heading(4, 2)
        yield self.figure("towers.svg", "right", height="45mm")
        yield from self.paragraphs(3)
        yield {"paragraph": {"only": "pl", "pl": self.take()["pl"]}}
        yield self.figure("towers.svg", "right", height="40mm")
        yield self.facts(5, False)

    def _lists(self) -> Iterator[Entry]:
        yield self.heading(5, 1)
        yield from self.paragraphs(2)
        yield self.table(30, 5)
        yield self.marked("kultura")
        yield self.figure("map.svg", "both")
        yield from self.paragraphs(3)
        yield self.figure("landscape.jpg", "bleed", height="55mm")
        yield from self.paragraphs(2)
        yield self.list_of(5, "letters")
        yield self.timeline(4, place="spread")
        yield from self.paragraphs(4)
        yield self.table(5, 4, place="both")
        yield self.heading(2, 2, id="stopka")
        yield self.noted(1)
        yield self.list_of(6, False)
        yield from self.paragraphs(6)
        yield self.programme()
        yield self.heading(3, 1)
        yield self.participants()
        yield from self.paragraphs(1)
        yield {"glossary": [_shared(f"pojem {name}") | _short(self.take()) for name in range(12)]}
        yield {"contacts": [_contact("Aglomeracja Opolska", "Opolská aglomerace"), _contact("Urząd", "Úřad")]}
        yield {"index": {"title": _pair("Skorowidz", "Rejstřík")}}


def _first_sentence(text: str) -> str:
    """A text down to its first full stop behind forty characters."""
    end = text.find(". ", 40)
    return text if end < 0 else text[: end + 1]


def _first_pair(pair: Pair) -> Pair:
    return {side: _first_sentence(text) for side, text in pair.items()}


def _short(pair: Pair) -> Pair:
    """The first words of both sides, up to some thirty characters."""
    return {
        side: " ".join(_words_up_to(text.replace("\\", "").split(), 30)).strip(" ,.;:–(„") or text
        for side, text in pair.items()
    }


def _words_up_to(words: Iterable[str], most: int) -> Iterator[str]:
    length = 0
    for word in words:
        length += len(word) + 1
        if length > most + 1:
            return
        yield "".join(letter for letter in word if letter not in '*`[]{}~<_^„”“"()')


def _contact(pl: str, cs: str) -> Entry:
    line = "[biuro@example.org](mailto:biuro@example.org)"
    return {"name": _pair(pl, cs), "lines": [_pair("Opole, Polska", "Opole, Polsko"), line]}


def write_stress(folder: Path, size: str, text: Path | None) -> None:
    """A content folder in one of the formats; what stood there is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "images").mkdir(parents=True)
    for name in ("map.svg", "towers.svg", "landscape.jpg"):
        shutil.copy(IMAGES / name, folder / "images" / name)
    blocks = Stress(read_passages(text)).blocks()
    brochure = {
        "title": _pair("Wszystko naraz", "Všechno najednou"),
        "languages": ["pl", "cs"],
        "date": "2026-11-22",
        "publisher": _shared("A"),
        "theme": {"base": "two-banks", "page": {"size": FORMATS[size]}},
        "columns": "by-length",
        "pages": {"multiple": 1},
        "translation": {"off": ["length", "numbers", "names", "language", "dates", "sums", "same"]},
        "sections": ["all.yaml"],
    }
    (folder / "all.yaml").write_text("".join(f"- {_say(block)}\n" for block in blocks), "utf-8")
    said = "".join(f"{key}: {_say(value)}\n" for key, value in brochure.items())
    (folder / "brochure.yaml").write_text(said.replace('"2026-11-22"', "2026-11-22"), "utf-8")


def _say(value: object) -> str:
    """A value in the signs that JSON and YAML share."""
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """The command `python -m bench.stress`."""
    parser = argparse.ArgumentParser(prog="python -m bench.stress", description="Write one of everything.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", choices=FORMATS, default="A5")
    parser.add_argument("--text", type=Path, help="a .tsv of real passages; invented ones without")
    options = parser.parse_args()
    write_stress(options.folder, options.format, options.text)


if __name__ == "__main__":
    main()
