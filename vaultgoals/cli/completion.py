"""`vaultgoals completion`: the script by which a shell completes commands, options and titles of goals."""

import click

_BASH = r"""%(complete_func)s() {
    local IFS=$'\n' type value word="${COMP_WORDS[COMP_CWORD]}"
    local response
    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                case $word in
                    \"*)
                        value=${value//\\/\\\\}
                        value=${value//\"/\\\"}
                        value=${value//\$/\\\$}
                        value=${value//\`/\\\`}
                        ;;
                    \'*) value=${value//\'/"'\''"} ;;
                    *) printf -v value %%q "$value" ;;
                esac
                COMPREPLY+=("$value")
                ;;
        esac
    done <<< "$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""
"""Click's own leaves a title with a blank in it unquoted: here it is, as the word has begun to be."""

_FOR_VG = {
    "bash": "complete -o nosort -F {0} vg\n",
    "zsh": "[[ $zsh_eval_context[-1] == loadautofunc ]] || compdef {0} vg\n",
    "fish": 'complete --no-files --command vg --arguments "({0})";\n',
}


@click.command("completion")
@click.argument("shell", type=click.Choice([*_FOR_VG]))
def command(shell: str) -> int:
    """Print the script that lets a shell complete what you type.

    \b
    bash: put this line into ~/.bashrc
        eval "$(vaultgoals completion bash)"
    zsh: put this line into ~/.zshrc, below compinit
        eval "$(vaultgoals completion zsh)"
    fish: run this once
        vaultgoals completion fish > ~/.config/fish/completions/vaultgoals.fish
    """
    from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

    class Bash(BashComplete):
        source_template = _BASH
        source = ShellComplete.source  # click's own runs bash to see how old it is

    class Fish(FishComplete):
        source_template = FishComplete.source_template.replace("string split ", "string split -m 1 ")

    shells: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": ZshComplete, "fish": Fish}
    script = shells[shell](click.Group(), {}, "vaultgoals", "_VAULTGOALS_COMPLETE")
    click.echo(script.source() + _FOR_VG[shell].format(script.func_name), nl=False)
    return 0
