"""What can go wrong in the world: one sentence for the person, a way out, and an exit code."""


class VaultgoalsError(Exception):
    """Something that the program cannot mend by itself.

    `message` is one sentence that says where and what; `hint` is what to do instead, and may be empty. It is
    raised where the world fails, never for what a note says, and caught once, at the command line.
    """

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(VaultgoalsError):
    """A command was called in a way that has no meaning."""

    exit_code = 2


class ConfigError(VaultgoalsError):
    """The vault's settings cannot be used."""

    exit_code = 2


class NoVault(VaultgoalsError):
    """No vault stands where one was looked for."""


class Unwritten(VaultgoalsError):
    """A file could not be read or written; all others were."""


class Held(VaultgoalsError):
    """Another vaultgoals holds the vault."""

    exit_code = 4
