"""Emblems and logos as they are drawn and as they look; judges nothing."""
