"""Takes a command's arguments, calls the stage that does the work, prints what came; a module a command."""
