"""What the composers of blocks share: rows with elements, stacks, thin rules, codes, repeated heads."""
