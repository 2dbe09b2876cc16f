"""Takes a content folder, gives the headings and paragraphs of each language as typed; mends nothing.

It reads the file format only (YAML, with `heading`, `lead` and `paragraph` entries), shares no code with the
program it judges, and leaves every other block out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_KINDS = ("heading", "lead", "paragraph")
_MARKUP = re.compile(r"[*`\\]|\[(?P<label>[^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading or paragraph of one language."""

    heading: bool
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a content folder: language codes from left to right and each one's blocks in order."""

    languages: tuple[str, str]
    columns: tuple[tuple[Block, ...], tuple[Block, ...]]


def read_source(folder: Path) -> Source:
    """The text to be set, from `brochure.yaml` and its sections."""
    brochure = yaml.safe_load((folder / "brochure.yaml").read_text("utf-8-sig"))
    left, right = brochure.get("languages", ["pl", "cs"])
    sections = (yaml.safe_load((folder / name).read_text("utf-8-sig")) for name in brochure["sections"])
    entries = [entry for section in sections for entry in section]
    return Source((left, right), (_column(entries, left), _column(entries, right)))


def _column(entries: list[dict[str, dict[str, str]]], language: str) -> tuple[Block, ...]:
    blocks = []
    for entry in entries:
        for kind, fields in entry.items():
            if kind in _KINDS and fields.get(language):
                text = _MARKUP.sub(lambda found: found["label"] or "", fields[language])
                blocks.append(Block(kind == "heading", text.strip()))
    return tuple(blocks)
