"""The objects, boxes and operators of any PDF, within what may be spent on it (ISO 32000-1, 7)."""
