"""The JSON Schema of content agrees with the readers it is printed from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from layout.resources.places import sample_folder, schema_file
from layout.source.json_schema import schema_document
from tests.unit.source.references import print_schema

SCHEMA = schema_document()


def errors_of(text: str, definition: str | None = None) -> list[str]:
    schema = {**SCHEMA, "$ref": f"#/$defs/{definition}"} if definition else SCHEMA
    if definition:
        schema = {key: value for key, value in schema.items() if key not in ("if", "then", "else")}
    document: Any = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def test_schema_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_file_for_editors_is_up_to_date() -> None:
    """If not, run `python tests/unit/source/references.py`."""
    assert schema_file().read_text("utf-8") == print_schema()


def defaults_in(schema: Any) -> list[dict[str, Any]]:
    """Each part of the schema that names a default."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema] if isinstance(schema, dict) and "default" in schema else []
    return own + [found for part in inner for found in defaults_in(part)]


def test_what_stands_for_a_key_that_is_not_given_would_be_right_if_it_were() -> None:
    found = defaults_in(SCHEMA)
    assert len(found) > 10
    for part in found:
        assert list(jsonschema.Draft202012Validator(part).iter_errors(part["default"])) == []
        assert f"; {str(part['default']).lower()} if not given." in part["description"]


@pytest.mark.parametrize(
    "path", sorted(sample_folder().rglob("sections/*.yaml")), ids=lambda path: Path(path).name
)
def test_sample_sections_fit(path: Path) -> None:
    assert errors_of(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "- paragrph: {pl: a, cs: b}",
        "- paragraph: {pl: a}",
        "- paragraph: {pl: a, cs: b, colour: red}",
        "- heading: {pl: a, cs: b, level: 4}",
        "- facts: []",
        "- figure: {file: a.png, place: middle}",
        "- list: {items: [{pl: a}]}",
        "- quote: {only: neither, pl: a, cs: b}",
        "- page-break: 1",
    ],
)
def test_wrong_sections_do_not_fit(text: str) -> None:
    assert errors_of(text)


def test_block_in_one_language_fits() -> None:
    assert errors_of("- paragraph: {only: pl, pl: a}") == []


def test_block_for_both_languages_needs_both() -> None:
    assert errors_of("- paragraph: {only: both, pl: a, cs: b}") == []
    assert errors_of("- paragraph: {only: both, pl: a}")


def test_settings_and_themes_are_told_apart() -> None:
    assert errors_of("page: {size: A5, inner: 14mm}\nstyles: {lead: {size: 12}}", "theme") == []
    assert errors_of("page: {inner: wide}", "theme")
    assert errors_of("styles: {led: {size: 12}}", "theme")
    assert errors_of("title: {pl: a, cs: b}")
