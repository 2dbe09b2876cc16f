"""What a track says of a line's width is what the line comes to, wherever it is broken."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.theme import Theme
from layout.text.faces import Faces
from layout.text.lines import build_lines
from layout.text.measure import Measurer
from layout.text.tracks import lay_track
from tests.passages import prose

KERN = 0.4
"""Points of kerning between two letters, which a track keeps where a line parts them."""
HANGS = ("społeczno-gospodarcza", "współpraca,", "(transgraniczna)", "i/lub", "„Wawel”", "Tatry")


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_a_line_is_as_wide_as_its_track_says(faces: Faces, theme: Theme, language: str) -> None:
    measurer = Measurer(faces, theme, "paragraph", language, Hyphenator(language))
    passage = measurer.measure(prose(" ".join(HANGS)))
    track = lay_track(passage)
    last = len(track.rows) - 1
    hanging = 0
    for row in range(1, last):
        first, second = build_lines(passage, track, (row, last), 500.0, None)
        (word, offset), end = track.places[row], track.rows[row]
        cut = next((cut for cut in passage.words[word].cuts if cut.offset == offset), None)
        hang = cut.end_hang if cut else passage.words[word].right
        hanging += hang > 0
        assert first.x + first.width - hang == pytest.approx(end[0] - track.rows[0][3] + end[1], abs=KERN)
        rest = track.rows[last][0] - end[3] + track.rows[last][1] - end[4]
        assert second.x + second.width - passage.words[-1].right == pytest.approx(rest, abs=KERN)
    assert hanging > 4
