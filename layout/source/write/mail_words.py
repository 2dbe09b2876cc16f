"""Takes nothing, gives the words of a mailing that fit any document; writes no file."""

from __future__ import annotations

from layout.model.languages import PAIR

_SETTINGS = """\
# Wysyłka / rozesílání. docs/mailing.md explains every key.
# {title}, {subtitle}, {publisher} and {date} are the document's own. The sender is called as its publisher.
from:
  address: urzad@example.org  # ← adres urzędu / adresa úřadu
subject:
  pl: "„{title}”"
  cs: "„{title}“"
"""
_POLISH = (
    "Dzień dobry,",
    "przesyłamy publikację „{title}” po polsku i po czesku. Adresat: {name}.",
    "Plik PDF w załączniku można czytać także czytnikiem ekranu: przy każdym fragmencie zaznaczono język.",
    "Z wyrazami szacunku",
)
_CZECH = (
    "Dobrý den,",
    "posíláme publikaci „{title}“ v polštině a češtině. Adresát: {name}.",
    "Přiložený soubor PDF lze číst také pomocí čtečky obrazovky: u každé části je vyznačen jazyk.",
    "S úctou",
)


def write_mail() -> dict[str, str]:
    """The files of the folder `mail`, by name; only the sender's address is to be filled in."""
    files = {"mail/mail.yaml": _SETTINGS}
    for language, words in zip(PAIR, (_POLISH, _CZECH), strict=True):
        files[f"mail/{language}.txt"] = "\n\n".join(words) + "\n"
        files[f"mail/{language}.html"] = "".join(f"<p>{line}</p>\n" for line in words)
    return files
