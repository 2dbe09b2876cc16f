"""A revised text brought into a content folder that has been designed since."""
