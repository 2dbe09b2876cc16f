"""The nodes of YAML files with their places, and what the readers of one folder share."""
