"""Where content is if nothing else is said, and what to tell who has none yet."""

from __future__ import annotations

from pathlib import Path

from layout.model.diagnostic import Rejected, Span

DEFAULT_CONTENT = Path("content")


def stop_without_content(content: Path) -> None:
    """Where the default folder is missing, say how to start instead of what is wrong; raises Rejected."""
    if content == DEFAULT_CONTENT and not content.exists():
        raise Rejected.at_once("no-content-yet", Span(str(DEFAULT_CONTENT)))
