"""What was lost, repeated or changed is found, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.alignment import align, letters_of, make_stream
from bench.corpus import generate_blocks
from bench.source_text import Block

TEXT = letters_of(" ".join(block.text[0] for block in generate_blocks(3, 9)))
CUT = st.tuples(st.integers(0, len(TEXT)), st.integers(20, 200))
SLACK = 64
"""Where the prose repeats a phrase near a cut, the streams may meet a little to the side of it."""


def balance(alignment):
    """Letters added less letters lost."""
    return sum(-len(gap.text) if gap.lost else len(gap.text) for gap in alignment.gaps)


def test_the_same_text_has_no_gap():
    alignment = align(TEXT, TEXT)
    assert alignment.gaps == ()
    assert alignment.places == tuple(range(len(TEXT)))


@settings(max_examples=30, deadline=None)
@given(CUT)
def test_what_is_left_out_is_found_lost(cut):
    start, length = cut
    alignment = align(TEXT[:start] + TEXT[start + length :], TEXT)
    lost = TEXT[start : start + length]
    assert balance(alignment) == -len(lost)
    assert sum(len(gap.text) for gap in alignment.gaps) < len(lost) + SLACK


@settings(max_examples=30, deadline=None)
@given(CUT)
def test_what_is_set_twice_is_found_added(cut):
    start, length = cut
    again = TEXT[start : start + length]
    alignment = align(TEXT[: start + length] + again + TEXT[start + length :], TEXT)
    assert balance(alignment) == len(again)
    assert sum(len(gap.text) for gap in alignment.gaps) < len(again) + SLACK


def test_a_changed_letter_costs_one_letter():
    changed = TEXT[:100] + ("b" if TEXT[100] == "a" else "a") + TEXT[101:]
    assert [(gap.lost, len(gap.text)) for gap in align(changed, TEXT).gaps] == [(False, 1), (True, 1)]


def test_a_stream_knows_words_and_what_is_between_letters():
    stream = make_stream([Block(True, "Cel"), Block(False, "a – „B-2”")])
    assert stream.letters == "CelaB2"
    assert stream.between(3) == " – „"
    assert stream.between(4) == "-"
    assert stream.token(5) == ("„B-2”", 3)
    assert [stream.is_last(index) for index in range(6)] == [False, False, True, False, False, True]
