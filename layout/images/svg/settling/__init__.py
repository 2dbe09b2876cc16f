"""Drawings as an edition can show them: made opaque for presses, in parts as pictures."""
