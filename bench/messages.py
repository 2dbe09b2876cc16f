"""Writes messages to a thousand invented readers, each with a line on the cover; prints speed and memory."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY = 10, 1000


def write_list(path: Path, count: int) -> None:
    """A list of `count` readers, Poles and Czechs in turn."""
    rows = (
        f"r{number}@example.org;Czytelnik Żółć {number};{'polski' if number % 2 else 'čeština'}\n"
        for number in range(count)
    )
    path.write_text("e-mail;nazwa;język\n" + "".join(rows), encoding="utf-8")


def measure(content: Path, count: int, folder: Path) -> tuple[float, float, int]:
    """Wall seconds and processor seconds of a run in a fresh process, and the peak of memory in MiB."""
    listed, outbox = folder / "list.csv", folder / f"outbox-{count}"
    write_list(listed, count)
    command = [sys.executable, str(ROOT / "make_pdf.py"), "mail", str(content), "--recipients", str(listed)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([*command, "-o", str(outbox), "--cover-line"], check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, spent, after.ru_maxrss // 1024


def main() -> None:
    """Prints messages a second, the building of the PDF taken off, and both runs' memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path, nargs="?", default=ROOT / "content")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        few = measure(arguments.content, FEW, Path(work))
        many = measure(arguments.content, MANY, Path(work))
    for name, index in (("wall", 0), ("processor", 1)):
        rate = (MANY - FEW) / (many[index] - few[index])
        print(f"{name:<10}{rate:8.0f} messages a second")
    print(f"{'memory':<10}{few[2]:8} MiB for {FEW}, {many[2]} MiB for {MANY}")


if __name__ == "__main__":
    main()
