"""Takes prose and faces, gives shaped, broken lines; never knows a page."""
