"""The talk about a new goal: what is missing is asked for, each answer read as it would be in its note."""

from collections.abc import Iterable
from datetime import date

from vaultgoals.cli.asking import ask, choices
from vaultgoals.core.goal import Aggregate, Kind
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.meanings import MEANINGS
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.workspace.new_goal import Made, Unfit, make
from vaultgoals.workspace.new_note import Draft
from vaultgoals.workspace.proposals import likely_outcomes, proposed

_MOST_SHOWN = 9


def asked(vault: Vault, draft: Draft, today: date) -> Made:
    """The goal once a person has said what is missing, and how its readings add up; raises Abort."""
    draft = completed(vault, draft, today)
    made = make(vault, draft, today)
    if _may_add_up(made) and not draft.answers.get("aggregate"):
        draft = _adding_up(draft, made)
    return make(vault, draft, today)


def completed(vault: Vault, draft: Draft, today: date) -> Draft:
    """The draft once a person has said what is missing; raises Abort."""
    while missing := make(vault, draft, today).missing:
        draft = _answered(vault, draft, missing[0], today)
    return draft


def _answered(vault: Vault, draft: Draft, name: str, today: date) -> Draft:
    names = choices(_shown(vault, draft, name))

    def wrong(answer: str) -> str | None:
        if not answer:
            return None if name == "max" else f"`{name}` is {MEANINGS[name].says}."
        return fault_of(make(vault, draft.also(name, names.get(answer, answer)), today).unfit)

    answer = ask(_question(name), wrong, proposed=proposed(vault, draft, name, today))
    if name == "max" and not answer:
        return _answered(vault, draft, "min", today)
    return draft.also(name, names.get(answer, answer))


def fault_of(unfit: Iterable[Unfit]) -> str | None:
    """What to say of an answer that cannot stand."""
    first = next(iter(unfit), None)
    return f"{first.fault}. {sentence(first.remedy)}" if first else None


def _shown(vault: Vault, draft: Draft, name: str) -> list[str]:
    """The goals to choose from, where one is asked for."""
    if name != "outcome":
        return []
    likely = likely_outcomes(vault, draft.title)
    if not likely and not any(goal.kind in MAY_SERVE[draft.kind] for goal in vault.goals.values()):
        raise UsageError(
            "There is no outcome yet that it could lead to.", "Write `vaultgoals new outcome TITLE`."
        )
    return [goal.title for goal in likely[:_MOST_SHOWN]]


def _question(name: str) -> str:
    meaning = MEANINGS[name]
    words = f"{meaning.says[:1].upper()}{meaning.says[1:]}"
    return f"{words} (such as {meaning.example})" if meaning.example else words


def _may_add_up(made: Made) -> bool:
    """Whether it is a question how readings become one value: not for yes or no, nor for events."""
    goal = made.goal
    if goal.kind is Kind.PROCESS:
        return goal.cadence is not None and goal.cadence.amount is not None and goal.cadence.amount != 1
    return goal.kind in (Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT)


def _adding_up(draft: Draft, made: Made) -> Draft:
    usual = made.goal.aggregate
    meant = {"total": Aggregate.LAST, "addition": Aggregate.SUM}
    default = next(word for word, aggregate in meant.items() if aggregate is usual)
    said = ask(
        "Is each number that you log the total so far, or an addition",
        lambda word: None if word.lower() in meant else "Write total or addition.",
        proposed=default,
    )
    aggregate = meant[said.lower()]
    return draft if aggregate is usual else draft.also("aggregate", aggregate)


def sentence(words: str) -> str:
    """Words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('?') else '.'}"
