"""A designer's covers merged into a finished body."""
