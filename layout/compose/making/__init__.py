"""What a rebuild makes of blocks and joins to rows, and what it remembers of it."""
