"""The proof: finished pages laid on the sheets that say where their words stand."""
