"""Takes drawn pages and a printer's profile, gives a PDF/X file; never sets text or converts a colour."""
