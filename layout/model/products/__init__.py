"""What is made of it: editions, handouts, sheets, mailings, and whom a print shop makes them for."""
