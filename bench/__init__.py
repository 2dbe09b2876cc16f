"""Measures Szpalta: how well it sets text and how fast; run by hand, never part of a test run."""
