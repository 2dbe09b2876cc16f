"""Takes recipients and a finished PDF, gives message files; never sends anything."""
