"""How fast vaultgoals is, each goal as a ratio of two things that are timed in turn."""
