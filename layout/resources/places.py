"""Takes nothing, gives the folders of fonts, profiles, themes, messages and the sample; opens none of them.

In an installed package they lie beside this file; in a checkout, fonts and sample lie at its top.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_CHECKOUT = _HERE.parent.parent


def _either(inside: str, at_top: str) -> Path:
    packed = _HERE / inside
    return packed if packed.is_dir() else _CHECKOUT / at_top


def fonts_folder() -> Path:
    """Font files, their licences and fonts.yaml."""
    return _either("fonts", "fonts")


def sample_folder() -> Path:
    """The sample brochure's content folder."""
    return _either("sample", "content")


def templates_folder() -> Path:
    """Brochures to start from, a folder each; their comments stand in each language of messages."""
    return _HERE / "templates"


def icc_folder() -> Path:
    """Profiles of printing conditions."""
    return _HERE / "icc"


def themes_folder() -> Path:
    """The built-in themes, one YAML file each, with their artwork."""
    return _HERE / "themes"


def printers_folder() -> Path:
    """Profiles of print shops, one YAML file each."""
    return _HERE / "printers"


def publicity_folder() -> Path:
    """What programmes ask of publicity, one YAML file a programme and period."""
    return _HERE / "publicity"


def messages_folder() -> Path:
    """The message catalogue, one TOML file an area."""
    return _HERE / "messages"


def schema_file() -> Path:
    """The JSON Schema of content files, for editors."""
    return _HERE / "schema" / "content.schema.json"
