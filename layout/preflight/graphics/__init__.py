"""Colour spaces and functions (ISO 32000-1, 7.10 and 8.6)."""
