"""Newlines: LF, CR LF and CR are one, but the characters around them stay where they were."""


def flat_text(text: str) -> str:
    """The text with `\\n` for every newline, each character where it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
