"""Files written for the user: all of a folder or none."""
