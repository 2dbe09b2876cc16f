"""Takes what a route found, gives the answer to the browser: JSON, or why a change was refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from msgspec import json
from starlette.responses import Response

from layout.model.diagnostic import Diagnostic, Rejected
from layout.resources.messages import tell


class SaidProblem(TypedDict):
    """A diagnostic in the words of a language."""

    severity: str
    code: str
    file: str
    line: int
    column: int
    what: str
    do: str


def answer(value: object, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """`value` as JSON."""
    return Response(json.encode(value), status, headers, "application/json")


def say_all(diagnostics: Iterable[Diagnostic], language: str) -> list[SaidProblem]:
    """Each diagnostic once, in the words of a language."""
    return [
        SaidProblem(
            severity=one.severity.value,
            code=one.code,
            file=one.where.file,
            line=one.where.line,
            column=one.where.column,
            what=tell(one.code, "what", one.values, language),
            do=tell(one.code, "do", one.values, language),
        )
        for one in dict.fromkeys(diagnostics)
    ]


def refuse(rejected: Rejected, language: str) -> Response:
    """Every reason in the words of a language."""
    return answer(say_all(rejected.diagnostics, language), status=409)
