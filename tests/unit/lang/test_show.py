"""What the `text` command prints."""

import pytest

from layout.lang.shown_line import show_breaks, show_line
from layout.model.content.brochure import TypographySettings

ON = TypographySettings()


@pytest.mark.parametrize(
    ("language", "line", "shown"),
    [
        ("pl", "w Opolu było 15000 osób", "w~Opolu było 15^000 osób"),
        ("pl", "rozwoju społeczno - gospodarczego", "rozwoju społeczno-gospodarczego"),
        ("cs", "v roce 2016 a 1.1.2020", "v~roce 2016 a 1.~1. 2020"),
        ("cs", "Česká republika –Polsko", "Česká republika~– Polsko"),
        ("cs", "", ""),
    ],
)
def test_line(language: str, line: str, shown: str) -> None:
    assert show_line(line, language, ON) == shown


@pytest.mark.parametrize(
    ("language", "line", "shown"),
    [
        ("cs", "přeshraniční", "přes-hra-nič-ní"),
        ("cs", "poučit", "po-učit"),
        ("cs", "sociální", "so-ciál-ní"),
        ("cs", "v přeshraniční spolupráci", "v přes-hra-nič-ní spo-lu-prá-ci"),
        ("pl", "społeczno-gospodarczy", "spo-łecz-no/go-spo-dar-czy"),
        ("pl", "społeczno - gospodarczy", "spo-łecz-no/go-spo-dar-czy"),
        ("pl", "ZIT-u, UE-27", "ZIT=u, UE=27"),
        ("pl", "www.aglomeracja-opolska.pl", "www.aglomeracja-opolska.pl"),
        ("pl", "w INTERREG VA", "w INTERREG VA"),
        ("cs", "Praha–Brno", "Pra-ha–Br-no"),
        ("cs", "", ""),
    ],
)
def test_breaks(language: str, line: str, shown: str) -> None:
    assert show_breaks(line, language, ON) == shown


def test_breaks_follow_the_settings() -> None:
    settings = TypographySettings(exceptions={"pl": ("kon-kurs",)})
    assert show_breaks("konkurs", "pl", settings) == "kon-kurs"
    assert show_breaks("kon\u00adkurs", "pl", ON) == "kon-kurs"
