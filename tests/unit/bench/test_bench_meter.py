"""The meter counts each seeded fault once and none on a clean page."""

from statistics import fmean, pstdev

import pytest

from bench.columns import NoColumns, Style
from bench.faults import KINDS
from bench.meter import as_text, list_faults, measure_pdf, natural_space, tabulate
from tests.unit.bench.pages_of_faults import (
    CZECH,
    END,
    POLISH,
    SIZE,
    Specimen,
    as_source,
    drawn,
    stretched_by,
)

NATURAL = 9 * 512 / 2000


def specimen(polish=None, czech=None, sources=None, hyphen="\u00ad", **options):
    """One page per list of lines; sources are the lines joined unless given."""
    both = (polish or [POLISH], czech or [CZECH])
    sources = sources or tuple(as_source([line for page in column for line in page]) for column in both)
    columns = tuple([drawn(page, hyphen) for page in column] for column in both)
    return Specimen(columns, sources, **options)


def measure(folder, *arguments, **options):
    return measure_pdf(*specimen(*arguments, **options).write(folder))


def faults(measures):
    return {kind: measures.count(kind) for kind in KINDS if measures.count(kind)}


def test_a_clean_page_has_no_fault(tmp_path):
    measures = measure(tmp_path)
    assert faults(measures) == {}
    assert measures.gaps == ()
    assert (measures.lines, measures.hyphenated, measures.ladder, measures.not_level) == (10, 0, 0, 0)
    assert all(row.reached is not False for row in tabulate(measures) if row.aim == "0")


def expected_ratios(scale=100.0):
    justified = [line for line in POLISH + CZECH if not line.startswith("#") and not line.endswith(END)]
    space = NATURAL * scale / 100
    return [(space + stretched_by(line, scale)) / NATURAL for line in justified]


def test_word_spaces_are_measured_as_they_stand_on_paper(tmp_path):
    measures = measure(tmp_path)
    assert measures.natural == pytest.approx(NATURAL)
    assert sorted(measures.spaces) == pytest.approx(sorted(expected_ratios()), abs=0.01)
    assert measures.mean_space == pytest.approx(fmean(expected_ratios()), abs=0.01)
    assert measures.deviation == pytest.approx(pstdev(expected_ratios()), abs=0.01)


@pytest.mark.parametrize("scale", [96, 103])
def test_letters_scaled_sideways_do_not_mislead_it(tmp_path, scale):
    measures = measure(tmp_path, scale=scale)
    assert sorted(measures.spaces) == pytest.approx(sorted(expected_ratios(scale)), abs=0.01)


def test_lines_over_twice_the_natural_space_are_counted(tmp_path):
    wide = [POLISH[0], "Rada miasta przyjęła nowy plan", *POLISH[2:]]
    measures = measure(tmp_path, [wide])
    over = sum(ratio > 2 for ratio in measures.spaces)
    assert over == 1 + sum(ratio > 2 for ratio in expected_ratios()[1:])
    assert measures.over_twice == pytest.approx(10 * over)


def replaced(lines, changes):
    """The lines with some of them replaced by index."""
    return [changes.get(number, line) for number, line in enumerate(lines)]


def joined_source(lines, typed):
    """Sources whose Polish paragraph 1 is `typed`, else the lines' own."""
    source = as_source(lines)
    source[1] = typed
    return (source, as_source(CZECH))


TAIL = "mieszkańców całej aglomeracji."
AT_BREAKS = [
    (
        "one-letter word at a line end",
        "Rada miasta przyjęła nowy plan rozwoju i",
        "terenów nad rzeką oraz zasady, według",
        None,
    ),
    (
        "one-letter word at a line end",
        "Rada miasta przyjęła nowe plany (z",
        "terenów nad rzeką) oraz zasady, według",
        None,
    ),
    (
        "dash starts a line",
        "Rada miasta przyjęła nowy plan rozwoju",
        "– terenów nad rzeką oraz zasad, według",
        None,
    ),
    (
        "compound broken, hyphen not repeated",
        "Rada miasta przyjęła nowy plan polsko-",
        "czeskich terenów i zasad, według",
        "Rada miasta przyjęła nowy plan polsko-czeskich terenów i zasad, według",
    ),
    (
        "number range broken",
        "Rada miasta przyjęła plan na lata 2017–",
        "2018 oraz terenów zasady, według",
        "Rada miasta przyjęła plan na lata 2017–2018 oraz terenów zasady, według",
    ),
    (
        "capitals hyphenated",
        "Rada miasta przyjęła nowy plan z INTER¬",
        "REG terenów oraz zasady, według",
        None,
    ),
    (
        "capitals hyphenated",
        "Rada miasta przyjęła nowy plan dla ZIT-",
        "-u terenów oraz zasady, według",
        "Rada miasta przyjęła nowy plan dla ZIT-u terenów oraz zasady, według",
    ),
]


@pytest.mark.parametrize(("kind", "first", "second", "typed"), AT_BREAKS)
def test_a_fault_between_lines_is_counted_once(tmp_path, kind, first, second, typed):
    lines = replaced(POLISH, {1: first, 2: second})
    sources = joined_source(lines, f"{typed} {POLISH[3]} {TAIL}") if typed else None
    measures = measure(tmp_path, [lines], sources=sources)
    assert faults(measures) == {kind: 1}
    assert measures.gaps == ()
    assert f"page 1 left: {kind}: " in list_faults(measures)


def test_a_fault_is_listed_with_its_line(tmp_path):
    lines = replaced(POLISH, {1: "Rada miasta przyjęła nowy plan rozwoju i"})
    listed = list_faults(measure(tmp_path, [lines]))
    assert listed == "page 1 left: one-letter word at a line end: Rada miasta przyjęła nowy plan rozwoju i"


@pytest.mark.parametrize(
    ("end", "start", "typed"),
    [
        ("polsko-", "-czeskich", "polsko-czeskich"),
        ("rozwoju –", "terenów", "rozwoju – terenów"),
        ("J.", "Kowala", "J. Kowala"),
        ("Kędzierzyna-", "-Koźla", "Kędzierzyna-Koźla"),
    ],
)
def test_what_the_rules_allow_is_no_fault(tmp_path, end, start, typed):
    first, second = "Rada miasta przyjęła nowy plan", "oraz nowych zasad, według"
    lines = replaced(POLISH, {1: f"{first} {end}", 2: f"{start} {second}"})
    sources = joined_source(lines, f"{first} {typed} {second} {POLISH[3]} {TAIL}")
    measures = measure(tmp_path, [lines], sources=sources)
    assert measures.gaps == ()
    assert faults(measures) == {}


def test_the_czech_conjunction_a_may_end_a_line_but_k_may_not(tmp_path):
    lines = replaced(CZECH, {1: "Rada města přijala nový plán a", 2: "území podél řeky, zásady, podle"})
    assert faults(measure(tmp_path, None, [lines])) == {}
    lines[1] = "Rada města přijala nový plán k"
    (tmp_path / "second").mkdir()
    assert faults(measure(tmp_path / "second", None, [lines])) == {"one-letter word at a line end": 1}


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
def test_hyphens_are_known_however_they_are_extracted(tmp_path, hyphen):
    lines = replaced(
        POLISH,
        {
            1: "Rada miasta przyjęła nowy plan rozbu¬",
            2: "dowy terenów nad rzeką i zasady, we¬",
            3: "dług których będą oceniane wnio¬",
            4: "ski mieszkańców całej aglomeracji.¶",
        },
    )
    measures = measure(tmp_path, [lines], hyphen=hyphen)
    assert (measures.hyphenated, measures.ladder) == (3, 3)
    assert faults(measures) == {}
    assert measures.gaps == ()


def test_a_paragraph_that_ends_on_a_fragment_and_a_runt(tmp_path):
    lines = replaced(POLISH, {3: "których będą oceniane kolejne wnios¬", 4: "ków.¶"})
    assert faults(measure(tmp_path, [lines])) == {"paragraph ends on a word fragment": 1, "runt": 1}


def test_a_short_last_word_is_a_runt(tmp_path):
    lines = replaced(POLISH, {4: "rok.¶"})
    assert faults(measure(tmp_path, [lines])) == {"runt": 1}


@pytest.mark.parametrize(
    ("cut", "expected"),
    [(2, {"orphan": 1}), (3, {}), (4, {"widow": 1}), (1, {"stranded heading": 1})],
)
def test_page_breaks(tmp_path, cut, expected):
    polish = [POLISH, POLISH, POLISH[:cut], POLISH[cut:]]
    czech = [CZECH, CZECH, CZECH[:3], CZECH[3:]]
    measures = measure(tmp_path, polish, czech)
    assert faults(measures) == expected
    assert measures.pages == 4


def test_a_hyphen_across_a_page(tmp_path):
    changes = {2: "terenów nad rzeką i nowe zasady, we¬", 3: "dług których będą oceniane wnioski"}
    lines = replaced(POLISH, changes)
    measures = measure(tmp_path, [lines[:3], lines[3:]], [CZECH[:3], CZECH[3:]])
    assert faults(measures) == {"hyphen across a page": 1}


def test_text_outside_its_column(tmp_path):
    assert faults(measure(tmp_path, shift={"terenów nad": 4})) == {"text outside its column": 1}


def test_marks_may_hang_but_not_letters(tmp_path):
    lines = replaced(CZECH, {2: "území podél řeky a také zásady, podle,"})
    assert faults(measure(tmp_path, None, [lines], shift={"podle,": 2})) == {}


def test_lost_and_repeated_text(tmp_path):
    lost = [line for line in POLISH if "terenów" not in line]
    measures = measure(tmp_path, [lost], sources=(as_source(POLISH), as_source(CZECH)))
    assert [(gap.lost, gap.text) for gap in measures.gaps] == [(True, "terenównadrzekąorazzasadywedług")]
    (tmp_path / "second").mkdir()
    doubled = [*POLISH[:3], POLISH[2], *POLISH[3:]]
    measures = measure(tmp_path / "second", [doubled], sources=(as_source(POLISH), as_source(CZECH)))
    assert [gap.lost for gap in measures.gaps] == [False]


def test_pairs_that_do_not_start_level(tmp_path):
    lines = [*POLISH[:5], "", *POLISH[5:]]
    assert measure(tmp_path, [lines]).not_level == 1


def test_the_table_names_aims_and_other_programs(tmp_path):
    table = as_text(measure(tmp_path))
    assert "6.7 Typst" in table
    assert "Lato-Regular 9 pt, natural word space 2.30 pt" in table


def test_a_page_without_columns_is_refused(tmp_path):
    with pytest.raises(NoColumns):
        measure(tmp_path, [[""]], [CZECH], sources=(as_source(POLISH), as_source(CZECH)))


def test_an_unknown_face_is_refused():
    with pytest.raises(LookupError):
        natural_space(Style("Helvetica", SIZE))
