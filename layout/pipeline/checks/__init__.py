"""Takes what is to be printed and a printer's profile, gives what the one lacks; makes nothing."""
