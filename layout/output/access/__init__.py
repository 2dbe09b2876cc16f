"""Takes a drawn brochure, gives the accessible file that goes by mail: PDF/UA-1 and PDF/A-2a in one."""
