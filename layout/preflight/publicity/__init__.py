"""The publicity of EU support in any PDF: emblem, statement and logos, held against a programme's profile."""
