"""Documents that are set again and again: what is remembered between two rebuilds, and who asks for them."""
