"""What is known, in the formats of others: one file a format."""
