"""Builds PDFs from nothing, sound ones and ones with a single seeded fault, for the judge's tests."""
