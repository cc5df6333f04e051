"""Reviews: what the figures mean, in words, and the pages that say it."""
