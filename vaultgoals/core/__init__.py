"""The middle: pure values and functions of (vault, config, today); standard library only."""
