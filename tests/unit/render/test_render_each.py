"""What was written of a thing is kept for the next time, as long as it is the same."""

from vaultgoals.render.environment import environment_of, written
from vaultgoals.render.last_time import LastTime
from vaultgoals.render.plain import Plain, plain

PAGE = "{% each row in rows %}\n- {{ row.name }}{{ row.more }}\n{% endeach %}\n."


def test_a_thing_is_made_again_only_where_it_is_another() -> None:
    made: list[str] = []

    def shout(words: list[str]) -> str:
        made.extend(words)
        return "".join(words).upper()

    known: LastTime[str] = LastTime()
    one, like_it = ["a"], ["a"]
    assert [known.of(thing, shout) for thing in (one, one, like_it)] == ["A", "A", "A"]
    assert made == ["a", "a"]
    assert known.of(one, shout, "elsewhere") == "A"
    assert made == ["a", "a", "a"]


def test_what_is_kept_does_not_grow_for_ever() -> None:
    known: LastTime[int] = LastTime()
    things = [[number] for number in range(9_000)]
    sizes = []
    for thing in things:
        known.of(thing, len)
        known.turn()
        sizes.append(len(vars(known)["_known"]))
    assert max(sizes) < 2_000


def test_parts_that_are_the_same_are_the_same_plain_data() -> None:
    known: LastTime[Plain] = LastTime()
    first, second = ({"a": 1}, {"b": 2})
    before, after = plain((first, second), known), plain((first, {"b": 3}), known)
    assert (before, after) == ([{"a": 1}, {"b": 2}], [{"a": 1}, {"b": 3}])
    assert isinstance(before, list)
    assert isinstance(after, list)
    assert before[0] is after[0]


def test_each_writes_what_for_writes_and_nothing_where_there_is_nothing() -> None:
    jinja = environment_of({"a": PAGE, "b": PAGE.replace("each", "for")})
    rows: list[Plain] = [{"name": "A", "more": ""}, {"name": "B", "more": "!"}]
    assert written(jinja, "a", {"rows": rows}) == written(jinja, "b", {"rows": rows}) == "- A\n- B!\n."
    assert written(jinja, "a", {"rows": []}) == "."


def test_each_may_be_given_words_that_stand_around_things() -> None:
    each = "{% each row in rows with mark %}{{ mark }}{{ row }}{% endeach %}"
    macro = f"{{% macro said(rows, mark) %}}{each}{{% endmacro %}}"
    jinja = environment_of({"a": f"{macro}{{{{ said(rows, '-') }}}}{{{{ said(rows, '+') }}}}"})
    rows: list[Plain] = [["a"], ["b"]]
    assert written(jinja, "a", {"rows": rows}) == "-['a']-['b']+['a']+['b']"


def test_what_was_changed_is_written_anew_and_the_rest_as_it_was() -> None:
    jinja = environment_of({"a": PAGE})
    first: Plain = {"name": "A", "more": ""}
    assert written(jinja, "a", {"rows": [first, {"name": "B", "more": ""}]}) == "- A\n- B\n."
    assert written(jinja, "a", {"rows": [{"name": "C", "more": ""}, first]}) == "- C\n- A\n."
