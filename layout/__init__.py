"""Szpalta: sets parallel Polish/Czech brochures, from content files to PDF."""

__version__ = "0.1.0"
