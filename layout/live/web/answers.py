"""Takes what a route found, gives the answer to the browser: JSON, or why a change was refused."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import json
from starlette.responses import Response

from layout.model.diagnostic import Rejected
from layout.resources.messages import tell


def answer(value: object, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """`value` as JSON."""
    return Response(json.encode(value), status, headers, "application/json")


def refuse(rejected: Rejected, language: str) -> Response:
    """Every reason in the words of a language."""
    reasons = [
        {
            "code": one.code,
            "file": one.where.file,
            "line": one.where.line,
            "what": tell(one.code, "what", one.values, language),
            "do": tell(one.code, "do", one.values, language),
        }
        for one in rejected.diagnostics
    ]
    return answer(reasons, status=409)
