"""Takes words that were typed, gives the values that commands take, or what is wrong with them."""
