"""What a translation must say as its original does: numbers, days, sums, addresses, names."""
