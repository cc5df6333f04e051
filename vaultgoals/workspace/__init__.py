"""A vault on the disk, opened: the only way in for the command line and the watcher."""
