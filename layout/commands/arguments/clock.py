"""Takes the environment, gives the time that a command dates its work with."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

from layout.commands.arguments.usage import Misuse

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 to be used instead of the clock (reproducible-builds.org)."""


def now() -> datetime:
    """The time now, with its zone; raises Misuse for an epoch that is no number."""
    asked = os.environ.get(EPOCH)
    if asked is None:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(asked), UTC)
    except (ValueError, OverflowError, OSError):
        raise Misuse("usage-epoch", click.get_current_context(), name=EPOCH, value=asked) from None
