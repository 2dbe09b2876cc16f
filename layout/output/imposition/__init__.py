"""Takes a finished PDF and a job, gives sheets to print, fold and staple; never reflows a page."""
