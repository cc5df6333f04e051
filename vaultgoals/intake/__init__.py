"""What other programs exported, read for what it says of goals: one file a format."""
