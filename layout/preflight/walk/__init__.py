"""Pages and all they use, walked operator by operator (ISO 32000-1, 8.4 to 8.10, 9.3, 9.4, 14.6)."""
