"""What the live page shows: sheets, their pictures and words, and what is wrong with them."""
