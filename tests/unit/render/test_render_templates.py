"""Where templates are found, what they see, and how the built-in ones are made."""

import re

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from vaultgoals.render.environment import built_in_templates, environment, environment_of

PAGES = sorted(name for name in built_in_templates() if name.startswith("pages/"))
PART = re.compile(r"<!-- vaultgoals:begin (\S+) -->")
BLOCK = re.compile(r"\{% block (\S+) %\}\n\n<!-- vaultgoals:begin (\S+) -->")


def written(own: dict[str, str], name: str = "pages/weekly.md.j2", **values: object) -> str:
    built_in = {
        "pages/weekly.md.j2": "built in: {% include 'blocks/next.md.j2' %}",
        "blocks/next.md.j2": "next",
    }
    return environment_of(built_in, own).get_template(name).render(values)


@pytest.mark.parametrize("name", PAGES)
def test_each_part_of_a_page_can_be_replaced_by_its_name(name: str) -> None:
    source = built_in_templates()[name]
    parts = PART.findall(source)
    assert parts
    assert BLOCK.findall(source) == [(part, part) for part in parts]
    assert "{% block page %}\n" in source


def test_a_template_of_the_vault_s_own_goes_before_the_built_in_one() -> None:
    assert written({}) == "built in: next"
    assert written({"blocks/next.md.j2": "mine"}) == "built in: mine"
    assert written({"pages/weekly.md.j2": "mine"}) == "mine"


def test_a_template_of_its_own_can_go_on_from_the_built_in_one() -> None:
    own = {"pages/weekly.md.j2": "{% include 'builtin/pages/weekly.md.j2' %}, and mine"}
    assert written(own) == "built in: next, and mine"


def test_of_a_mapping_a_template_sees_its_entries_and_no_methods() -> None:
    own = {"pages/weekly.md.j2": "{{ review.items }}"}
    assert written(own, review={"items": "a", "b": 1}) == "a"
    with pytest.raises(UndefinedError, match=r"there is no 'items' \(did you mean 'item'\?\)"):
        written(own, review={"item": 1})
    with pytest.raises(UndefinedError, match="there is no 'keys'"):
        written({"pages/weekly.md.j2": "{{ review['keys'] }}"}, review={"b": 1})


@pytest.mark.parametrize(
    "template",
    [
        "{{ reviw }}",
        "{{ ''.__class__ }}",
        "{{ review.append(1) }}",
        "{{ lipsum() }}",
        "{{ cycler(1) }}",
        "{{ namespace() }}",
        "{{ dict() }}",
        "{{ [1, 2] | random }}",
        "{{ range(10 ** 6) | length }}",
        "{% include 'vaultgoals.toml' %}",
        "{% include '../pages/weekly.md.j2' %}",
    ],
)
def test_nothing_else_is_in_reach(template: str) -> None:
    with pytest.raises((TemplateError, SecurityError, OverflowError)):
        written({"pages/weekly.md.j2": template}, review=[1])


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ none | share }}", ""),
        ("{{ 0.5 | share }}", " 0.50"),
        ("{{ 0.155 | share }}", " 0.16"),
        ("{{ 0.145 | share }}", " 0.14"),
        ("{{ '# a' | line }}", r"\# a"),
        ("{{ ['a', 'b|c'] | md_list(' · ') }}", "a · b|c"),
        ("{{ 'b|c' | cell }}", r"b\|c"),
        ("{{ [{'part': 'strong', 'words': 'a'}, ' b'] | plain_md }}", "a b"),
        ("{{ 'x:' | named }}", "x&#58;"),
    ],
)
def test_a_filter_writes_for_the_place_that_a_value_lands_in(template: str, text: str) -> None:
    assert environment().from_string(template).render() == text
