"""The rules of microtypography, each a row of one table."""
