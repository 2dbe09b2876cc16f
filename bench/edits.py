"""Takes a content folder, changes it at random as an author does, one edit after the other; sets nothing.

An edit is of a kind of `KINDS`. Files are changed on the disk, or as an editor has them that did not save.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random

_ENTRY = re.compile(r"^(?=- )", re.MULTILINE)
_WORD = re.compile(r"(?<= )[a-ząćęłńóśźżáčďéěíňřšťúůýž]{4,}(?= )")
_SECTIONS = re.compile(r"^sections:\n((?:  - .*\n)+)", re.MULTILINE)
_WORDS = ("rzeka", "most", "współpraca", "řeka", "spolupráce", "oraz", "nebo", "województwo")

KEPT = "rich.yaml"
"""A section with keys that others refer to is not dropped."""
PARAGRAPH = "- paragraph:\n    pl: {pl}\n    cs: {cs}\n"
ADDED = {
    "reference": (
        "O tym zob. s. {page=poczatek} i [dalej](#poczatek).",
        "O tom viz s. {page=poczatek} a [dále](#poczatek).",
    ),
    "footnote": ("Słowo^[Przypis do słowa.] z przypisem.", "Slovo^[Poznámka ke slovu.] s poznámkou."),
    "link": ("Adres [strony](https://example.org) tutaj.", "Adresa [stránky](https://example.org) zde."),
    "index entry": ("Tu jest [Opole]{index} na stronie.", "Tady je [Opole]{index} na straně."),
}
"""Passages that a paragraph is made of, by the kind of edit."""
NUMBERS = (
    "paging: {short: 2}",
    "paragraph-space: 6pt",
    "page: {bottom: 21mm}",
    "justification: {shrink: 0.3}",
)


class Editor:
    """One folder being edited; `unsaved` are files as an editor has them, by their names as typed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = Random(seed)
        self.unsaved: dict[str, bytes] = {}
        self._put_aside: list[str] = []
        self._mend: Callable[[], None] | None = None

    def edit(self, kind: str) -> None:
        """Makes one edit of a kind; what the last one spoilt is mended."""
        mend, self._mend = self._mend, None
        if mend is not None:
            mend()
        KINDS[kind](self)

    def _read(self, name: str) -> str:
        path = self.folder / name
        data = self.unsaved.get(path.as_posix())
        return (path.read_bytes() if data is None else data).decode("utf-8")

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        if path.as_posix() in self.unsaved or self.dice.random() < 0.3:
            self.unsaved[path.as_posix()] = text.encode("utf-8")
        else:
            path.write_text(text, "utf-8")

    def save(self) -> None:
        """Writes what an editor has."""
        for name, data in self.unsaved.items():
            Path(name).write_bytes(data)
        self.unsaved.clear()

    def sections(self) -> list[str]:
        """The names of the section files in their order."""
        found = _SECTIONS.search(self._read("brochure.yaml"))
        return re.findall(r"- (.*)", found[1]) if found else []

    def _list_sections(self, names: list[str]) -> None:
        listed = "".join(f"  - {name}\n" for name in names)
        settings = self._read("brochure.yaml")
        self._write("brochure.yaml", _SECTIONS.sub(f"sections:\n{listed}", settings))

    def _change_entries(self, change: Callable[[list[str]], None]) -> None:
        """Changes the entries of one section."""
        name = self.dice.choice(self.sections())
        entries = [entry for entry in _ENTRY.split(self._read(name)) if entry]
        change(entries)
        if entries:
            self._write(name, "".join(entries))

    def change_word(self) -> None:
        """Another word, none, or one more."""

        def change(entries: list[str]) -> None:
            place = self.dice.randrange(len(entries))
            words = list(_WORD.finditer(entries[place]))
            if words:
                word, new = self.dice.choice(words), self.dice.choice(_WORDS)
                put = self.dice.choice((new, f"{word[0]} {new}", new + word[0]))
                entries[place] = entries[place][: word.start()] + put + entries[place][word.end() :]

        self._change_entries(change)

    def lengthen(self) -> None:
        """A sentence more at the end of a paragraph, in a line of its own."""

        def change(entries: list[str]) -> None:
            place = self.dice.randrange(len(entries))
            entries[place] = re.sub(
                r'"\n', lambda _: ' Jeszcze jedno zdanie o rzece."\n', entries[place], count=1
            )

        self._change_entries(change)

    def add(self, text: tuple[str, str] | None = None) -> None:
        """One paragraph more, a copy or `text`."""

        def change(entries: list[str]) -> None:
            copies = [entry for entry in entries if entry.startswith("- paragraph")]
            new = self.dice.choice(copies or [PARAGRAPH.format(pl="Nowy.", cs="Nový.")])
            if text is not None:
                new = PARAGRAPH.format(pl=f'"{text[0]}"', cs=f'"{text[1]}"')
            entries.insert(self.dice.randrange(len(entries) + 1), new)

        self._change_entries(change)

    def remove(self) -> None:
        """One entry less."""

        def change(entries: list[str]) -> None:
            del entries[self.dice.randrange(len(entries))]

        self._change_entries(change)

    def swap(self) -> None:
        """Two entries in the other order."""

        def change(entries: list[str]) -> None:
            place = self.dice.randrange(max(1, len(entries) - 1))
            entries[place : place + 2] = entries[place : place + 2][::-1]

        self._change_entries(change)

    def head(self) -> None:
        """One heading more, here and there with a key, or the contents."""

        def change(entries: list[str]) -> None:
            level = self.dice.choice((1, 2))
            new = f"- heading: {{pl: Nowy tytuł, cs: Nový nadpis, level: {level}}}\n"
            entries.insert(
                self.dice.randrange(len(entries) + 1), self.dice.choice((new, new, "- contents: {}\n"))
            )

        self._change_entries(change)

    def comment(self) -> None:
        """A line that moves all below it."""

        def change(entries: list[str]) -> None:
            entries[0] = "# Uwaga\n" + entries[0]

        self._change_entries(change)

    def order_sections(self) -> None:
        """A section elsewhere."""
        names = self.sections()
        self.dice.shuffle(names)
        self._list_sections(names)

    def drop_section(self) -> None:
        """A section less, or one that was dropped again."""
        names = self.sections()
        kept = 1 + (KEPT in names)
        if self._put_aside and self.dice.random() < 0.7:
            names.insert(self.dice.randrange(len(names) + 1), self._put_aside.pop())
        elif len(names) > kept:
            dropped = self.dice.choice([name for name in names if name != KEPT])
            self._put_aside.append(dropped)
            names.remove(dropped)
        self._list_sections(names)

    def theme(self) -> None:
        """Another number of the theme."""
        settings = re.sub(r"^  #number\n.*\n", "", self._read("brochure.yaml"), flags=re.MULTILINE)
        number = self.dice.choice(NUMBERS)
        if "\n  page:" in settings and number.startswith("page"):
            number = NUMBERS[1]
        self._write("brochure.yaml", settings.replace("theme:\n", f"theme:\n  #number\n  {number}\n", 1))

    def picture(self) -> None:
        """A picture more, or another one in the same file."""
        path = self.folder / "images" / f"{self.dice.randrange(3)}.png"
        new = not path.exists()
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write_picture(self.dice.randrange(40, 90), self.dice.randrange(20, 60)))
        if new:
            figure = f"- figure: {{file: images/{path.name}, decorative: true}}\n"
            self._change_entries(
                lambda entries: entries.insert(self.dice.randrange(len(entries) + 1), figure)
            )

    def lose_picture(self) -> None:
        """A picture's file is gone for a while."""
        path = self.folder / "images" / f"{self.dice.randrange(3)}.png"
        if path.exists():
            picture = path.read_bytes()
            path.unlink()

            def mend() -> None:
                path.write_bytes(picture)

            self._mend = mend

    def spoil(self) -> None:
        """A mistake for a while."""
        name = self.dice.choice(self.sections())
        text = self._read(name)
        self._write(name, text + "- paragrph: {pl: a, cs: b}\n")
        self._mend = lambda: self._write(name, text)


KINDS: Mapping[str, Callable[[Editor], None]] = {
    "word": Editor.change_word,
    "sentence": Editor.lengthen,
    "paragraph added": Editor.add,
    "block removed": Editor.remove,
    "blocks swapped": Editor.swap,
    "heading": Editor.head,
    "comment": Editor.comment,
    "sections ordered": Editor.order_sections,
    "section dropped": Editor.drop_section,
    "theme": Editor.theme,
    "picture": Editor.picture,
    "picture lost": Editor.lose_picture,
    "mistake": Editor.spoil,
    "saved": Editor.save,
    **{kind: partial(Editor.add, text=text) for kind, text in ADDED.items()},
}
"""What an author does, by name."""


def write_picture(width: int, height: int) -> bytes:
    """A PNG of so many grey pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(range(width))) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
