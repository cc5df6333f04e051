"""Goals that lead to each other in a circle."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Graph: TypeAlias = Mapping[str, Sequence[str]]
"""For each goal the goals that it leads to; every goal is a key."""


def knots(graph: Graph) -> Iterator[frozenset[str]]:
    """The sets of goals each of which leads to every other one of its set, over any number of links.

    Strongly connected components after Kosaraju and Sharir, in linear time and without recursion: the goals
    that are found backwards from the last one finished forwards belong together.
    """
    backwards: dict[str, list[str]] = {path: [] for path in graph}
    for path, targets in graph.items():
        for to in targets:
            backwards[to].append(path)
    order, seen = [], set[str]()
    for root in graph:
        order += _finished(root, graph, seen)
    seen = set()
    for root in reversed(order):
        knot = frozenset(_finished(root, backwards, seen))
        if len(knot) > 1 or any(path in graph[path] for path in knot):
            yield knot


def _finished(root: str, graph: Graph, seen: set[str]) -> list[str]:
    """The goals not seen before that `root` leads to, itself last: each after those that it leads to."""
    if root in seen:
        return []
    seen.add(root)
    order, way = [], [(root, iter(graph[root]))]
    while way:
        path, ahead = way[-1]
        to = next((to for to in ahead if to not in seen), None)
        if to is None:
            order.append(path)
            way.pop()
        else:
            seen.add(to)
            way.append((to, iter(graph[to])))
    return order


def circle(graph: Graph, knot: frozenset[str]) -> list[str]:
    """A shortest way through a knot from its first goal by path back to that goal, which begins it."""
    first = min(knot)
    came_from, ahead = {first: first}, [first]
    for path in ahead:
        if first in graph[path]:
            return _way_back(came_from, path, first)
        new = [to for to in dict.fromkeys(graph[path]) if to in knot and to not in came_from]
        came_from.update(dict.fromkeys(new, path))
        ahead += new
    raise AssertionError("every goal of a knot leads back to itself")


def _way_back(came_from: Mapping[str, str], path: str, first: str) -> list[str]:
    way = [path]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return way[::-1]
