"""Themes and fonts as content names them."""
