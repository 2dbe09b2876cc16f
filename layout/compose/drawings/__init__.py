"""What composers draw themselves: the river, a map's lines and labels, lines to write on."""
