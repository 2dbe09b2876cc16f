"""Fonts, their programs and their maps (ISO 32000-1, 9)."""
