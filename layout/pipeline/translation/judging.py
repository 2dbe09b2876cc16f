"""Takes what was typed in both languages, gives what looks untranslated; decides what that holds back."""

from __future__ import annotations

from collections.abc import Iterable

from layout.lang.translation.judge import judge_pair
from layout.model.content.translation import TranslationSettings, TypedPair
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.products.edition import Edition
from layout.model.records import replace


def judge_translation(
    pairs: Iterable[TypedPair], languages: tuple[str, str], settings: TranslationSettings
) -> tuple[Diagnostic, ...]:
    """What a reader of both languages would stop at, as warnings, in the order of the content."""
    return tuple(found for pair in pairs for found in judge_pair(pair, languages, settings.off))


def leaves_the_house(edition: Edition) -> bool:
    """Whether an edition is final: nobody can call back what went to a press or into the mail."""
    return edition.bleed or edition.tagged


def as_errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Warnings of a translation as what they are to an edition that leaves the house."""
    return tuple(replace(one, severity=Severity.ERROR) for one in found)


def once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, a warning to one edition that is an error to another as the error alone."""
    found = tuple(dict.fromkeys(found))
    errors = {replace(one, severity=Severity.WARNING) for one in found if one.severity is Severity.ERROR}
    return tuple(one for one in found if one not in errors)
