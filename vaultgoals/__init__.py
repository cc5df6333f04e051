"""Process goals and outcomes in a vault of Markdown notes: checked, measured and reviewed."""

__version__ = "0.1.0"
