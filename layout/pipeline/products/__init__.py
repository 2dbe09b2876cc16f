"""A module a product, which rows of EDITIONS name: `make` takes pages and wishes, gives the file's bytes."""
