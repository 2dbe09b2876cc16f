"""What is Polish about the rules: word lists and tables; it holds data and does nothing."""

from __future__ import annotations

SEAMS = """
po-nad ! t
pod o
współ
"""

MENDS = """
mail mai-lo-w
"""
"""Stretches of words that the patterns divide wrongly or not at all."""

