"""Plans of pages: what is written, what is left and why, and that one run is enough."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.block import block_digest, is_edited, is_sealed
from vaultgoals.core.config import Config, Pages
from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.promise import promise_on
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import DUE, Request

TODAY = date(2026, 11, 20)
SAMPLE = Path(__file__).parents[3] / "sample-vault"
PAGE = "Reviews/Weekly/Review 2026-W47.md"
GOALS = {
    "Goals/Trials.md": (
        "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
        "## Check-ins\n\n- 2026-11-13: 6.4\n"
    ),
    "Goals/Calls.md": '---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\nbecause: we learn\n---\n',
}


def notes_of(texts: dict[str, str]) -> list[Note]:
    return [read_note(Source.of(path, text)) for path, text in texts.items()]


def planned(texts: dict[str, str], request: Request = DUE, today: date = TODAY) -> dict[str, Plan]:
    """The plans of a vault that wants no pages about longer periods than weeks."""
    config = replace(Config(), pages=Pages(monthly=None, quarterly=None, yearly=None))
    plans = plan_pages(Vault.of(notes_of(GOALS | texts), config), request, today=today)
    return {plan.path: plan for plan in plans}


def written(plans: dict[str, Plan]) -> dict[str, str]:
    return {path: plan.text for path, plan in plans.items()}


def test_a_vault_without_pages_gets_them() -> None:
    plans = planned({})
    assert [*plans] == [PAGE, "Reviews/Dashboard.md", "Reviews/Problems.md"]
    assert all(plan.changes and plan.page and plan.old is None for plan in plans.values())
    assert not any(plan.changes for plan in planned(written(plans)).values())


def test_the_sample_vault_is_current_on_the_day_that_it_tells_of() -> None:
    """Where words have changed: `vaultgoals -C sample-vault --today 2026-11-20 review`."""
    plans = plan_pages(Workspace.at(SAMPLE).vault, today=TODAY)
    assert [plan.path for plan in plans if plan.changes or plan.left] == []


def test_the_sample_vault_s_past_pages_are_at_rest_and_have_their_people_s_words() -> None:
    pages = [read_note(Source.of(path.name, path.read_text("utf-8"))) for path in SAMPLE.rglob("Review*.md")]
    sealed = [page for page in pages if is_sealed(page)]
    assert len(sealed) >= 7
    assert all(promise_on(page) for page in sealed if "W" in page.path)
    assert not any(is_edited(page.source, block) for page in pages for block in page.blocks)


def test_a_page_that_the_settings_leave_out_is_never_tried() -> None:
    vault = Vault.of(notes_of(GOALS), files=[PAGE])
    [plan] = plan_pages(vault, Request(periods=(Calendar().week_of(TODAY),)), today=TODAY)
    assert (plan.left, plan.changes) == ("is left out by `ignore` in vaultgoals.toml", False)


@pytest.mark.parametrize(
    ("change", "left", "rests"),
    [
        (
            ("type: goal-review", "kind: mine"),
            "is not one of our pages (it has no `type: goal-review`)",
            "no",
        ),
        (("# Week", "<<<<<<< HEAD\n# Week"), "has conflict markers at line 12", "no"),
        (("page: weekly", "page: a: b"), "has a header that cannot be read", "no"),
        (("<!-- vaultgoals:end next -->", ""), "has broken block markers at line ", "no"),
        (("sealed: false", "sealed: true"), "is sealed", "yes"),
    ],
)
def test_a_page_that_may_not_be_written_says_why(change: tuple[str, str], left: str, rests: str) -> None:
    page = planned({})[PAGE].text.replace(*change)
    plan = planned({PAGE: page})[PAGE]
    assert plan.left.startswith(left)
    assert (plan.changes, plan.at_rest, plan.text) == (False, rests == "yes", page)


def test_a_sealed_page_is_renewed_where_it_is_reopened() -> None:
    page = planned({})[PAGE].text.replace("sealed: false", "sealed: true")
    again = planned({PAGE: page}, Request(reopen=True))[PAGE]
    assert again.text == planned({})[PAGE].text


def test_a_page_that_lost_its_seal_gets_it_back_as_it_is_reopened() -> None:
    later = date(2026, 12, 20)
    sealed = planned({}, Request(periods=(Calendar().week_of(TODAY),)), later)[PAGE].text
    lost = sealed.replace("sealed: true\n", "").replace("**Trials", "**My trials")
    reopened = Request(periods=(Calendar().week_of(TODAY),), reopen=True, replace_edited=True)
    assert planned({PAGE: lost}, reopened, later)[PAGE].text == sealed


@pytest.mark.parametrize(
    ("day", "digest", "renewed"),
    [
        ("2026-11-13", "kept", "yes"),
        ("2026-11-12", "kept", "no"),
        ("2026-11-12", "none", "yes"),
    ],
)
def test_a_block_in_a_periodic_note_is_renewed_for_a_week_and_filled_whenever(
    day: str, digest: str, renewed: str
) -> None:
    content = "" if digest == "none" else "long ago\n"
    said = f" {block_digest(content)}" if content else ""
    block = f"<!-- vaultgoals:begin checkins{said} -->\n{content}<!-- vaultgoals:end checkins -->\n"
    assert planned({f"{day}.md": block})[f"{day}.md"].changes is (renewed == "yes")


def test_edited_blocks_are_counted_and_replaced_where_that_is_wanted() -> None:
    page = planned({})[PAGE].text
    mine = page.replace("**Trials", "**My trials")
    left = planned({PAGE: mine})[PAGE]
    assert (left.edited, left.replaced) == (1, 0)
    assert "**My trials" in left.text
    ours = planned({PAGE: mine}, Request(replace_edited=True))[PAGE]
    assert (ours.edited, ours.replaced, ours.text) == (0, 1, page)


def test_plans_are_made_anew_until_writing_them_changes_nothing_more() -> None:
    """What a page tells of itself stands above what it tells of, and so moves it."""
    page = planned({})[PAGE].text
    questions = page.index("<!-- vaultgoals:begin questions")
    mine = page[:questions] + page[questions:].replace(" -->\n", " -->\nMy own question?\n", 1)
    plans = planned({PAGE: mine})
    line = plans[PAGE].text[: plans[PAGE].text.index("<!-- vaultgoals:begin questions")].count("\n") + 1
    assert f"line {line}: the block “questions” was changed by hand" in plans[PAGE].text
    assert not any(plan.changes for plan in planned(written(plans)).values())


def test_a_note_of_the_person_s_keeps_its_encoding_mark_in_the_plan() -> None:
    block = "<!-- vaultgoals:begin next -->\r\n<!-- vaultgoals:end next -->"
    home = read_note(replace(Source.of("Home.md", block), bom=True))
    vault = Vault.of([*notes_of(GOALS), home], Config())
    plan = next(plan for plan in plan_pages(vault, today=TODAY) if plan.path == "Home.md")
    assert plan.old == home.source
    assert not plan.page
    assert plan.note
    assert plan.note.source.bom
    assert plan.text.count("\n") == plan.text.count("\r\n") > 1


ADDED = "\n<!-- vaultgoals:begin problems -->\n<!-- vaultgoals:end problems -->\n"


def test_a_block_that_a_person_added_to_a_page_is_filled_and_renewed() -> None:
    page = planned({})[PAGE].text + ADDED
    filled = planned({PAGE: page})[PAGE].text
    assert "<!-- vaultgoals:begin problems " in filled
    assert not planned({PAGE: filled})[PAGE].changes
    more = planned({PAGE: filled, "Goals/Bad.md": "---\ntype: process\ncadence: sometimes\n---\n"})[PAGE]
    assert not more.edited
    assert "[[Bad]], line" in more.text.partition("<!-- vaultgoals:begin problems ")[2]


@pytest.mark.parametrize("name", ["map", "progress"])
def test_a_block_that_a_page_cannot_have_stays_as_it_is(name: str) -> None:
    asked = ADDED.replace("problems", name)
    assert planned({PAGE: planned({})[PAGE].text + asked})[PAGE].text.endswith(asked)


def test_a_block_that_a_person_deleted_stays_deleted() -> None:
    page = planned({})[PAGE].text
    before, _, rest = page.partition("<!-- vaultgoals:begin checkins ")
    without = before + rest.partition("<!-- vaultgoals:end checkins -->\n")[2]
    assert planned({PAGE: without})[PAGE].text == without


@pytest.mark.parametrize("path", ["Archive/Review 2026-W46.md", "Last week.md"])
def test_a_page_that_was_moved_is_renewed_where_it_lies_and_its_promise_is_kept(path: str) -> None:
    before = planned({}, today=date(2026, 11, 13))["Reviews/Weekly/Review 2026-W46.md"].text
    moved = before.replace("differently this week:**\n", "differently this week:**\nCall on day one.\n")
    plans = planned({path: moved})
    assert [*plans] == [path, PAGE, "Reviews/Dashboard.md", "Reviews/Problems.md"]
    assert plans[path].changes
    assert "Call on day one." in plans[path].text
    assert f"“Call on day one.”* ([[{path.rpartition('/')[2].removesuffix('.md')}]])" in plans[PAGE].text


def test_the_current_page_stands_where_the_settings_want_it_whatever_lies_elsewhere() -> None:
    before = planned({})[PAGE].text
    plans = planned({"Weeks/This week.md": before})
    assert [*plans] == [PAGE, "Reviews/Dashboard.md", "Reviews/Problems.md"]


# Pages about a month.

OCTOBER, NOVEMBER = Calendar().read("2026-10"), Calendar().read("2026-11")


def of_months(texts: dict[str, str], *, today: date = TODAY) -> dict[str, Plan]:
    assert OCTOBER
    assert NOVEMBER
    vault = Vault.of(notes_of(GOALS | texts))
    plans = plan_pages(vault, Request(periods=(OCTOBER, NOVEMBER)), today=today)
    return {plan.path.rpartition("/")[2].removesuffix(".md"): plan for plan in plans}


def test_what_was_promised_for_a_month_is_quoted_on_the_page_of_the_next() -> None:
    october = of_months({})["Review 2026-10"]
    promised = october.text.replace("stop this month:**\n", "stop this month:**\nEvening mails.\n")
    november = of_months({october.path: promised})["Review 2026-11"].text
    assert "Last month you wrote: *“Evening mails.”* ([[Review 2026-10]]) Did it happen?" in november


@pytest.mark.parametrize(("today", "sealed"), [(date(2026, 12, 7), "false"), (date(2026, 12, 8), "true")])
def test_a_month_s_page_is_sealed_a_week_after_its_last_day(today: date, sealed: str) -> None:
    assert f"\nsealed: {sealed}\n" in of_months({}, today=today)["Review 2026-11"].text
    first = of_months({})["Review 2026-11"]
    later = of_months({first.path: first.text}, today=today)["Review 2026-11"]
    assert f"\nsealed: {sealed}\n" in later.text
    assert not of_months({first.path: later.text}, today=today)["Review 2026-11"].changes


def test_pages_about_months_weeks_and_quarters_lead_to_each_other() -> None:
    plans = plan_pages(Vault.of(notes_of(GOALS)), today=TODAY)
    texts = {plan.path.rpartition("/")[2].removesuffix(".md"): plan.text for plan in plans}
    assert "[[Review 2026-11]]" in texts["Review 2026-W47"]
    assert all(f"[[Review {page}]]" in texts["Review 2026-11"] for page in ("2026-W47", "2026-Q4"))
    assert all(f"[[Review {page}]]" in texts["Review 2026-Q4"] for page in ("2026-11", "2026"))
