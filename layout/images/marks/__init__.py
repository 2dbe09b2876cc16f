"""Marks that are drawn or placed by rule: codes, the emblem, rows of logos."""
