"""Takes the tables that content is read by and gives their JSON Schema, for editors; reads no content."""

from __future__ import annotations

from layout.source.blocks.block import OneBlock
from layout.source.brochure import BROCHURE
from layout.source.fields.scalars import Schema
from layout.source.themes.fields import theme_reader
from layout.source.themes.fonts import Families


def schema_document() -> Schema:
    """A JSON Schema (draft 2020-12) that fits every content file.

    A list is a section, a mapping brochure.yaml; themes and fonts are `#/$defs/theme` and `#/$defs/fonts`.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Szpalta content",
        "if": {"type": "array"},
        "then": {"$ref": "#/$defs/section"},
        "else": {"$ref": "#/$defs/brochure"},
        "$defs": {
            "brochure": BROCHURE.schema(),
            "section": {"type": "array", "minItems": 1, "items": OneBlock().schema()},
            "theme": theme_reader().schema(),
            "fonts": Families().schema(),
        },
    }
