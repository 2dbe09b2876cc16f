"""Content as it is typed into the live page, until it is saved."""
