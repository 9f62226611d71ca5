"""Values are tuples with names for their places, as ``collections`` and ``typing`` have them."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections import namedtuple
from typing import Any

import pytest

from planner.domain.value import Later, NamedTuple


class Point(NamedTuple):
    """Somewhere."""

    x: int
    y: int = 2

    @property
    def both(self) -> int:
        return self.x + self.y


class Named(Point):
    """A class of its own, made of one."""


class Nothing(NamedTuple):
    pass


Like = namedtuple("Like", ["x", "y"], defaults=[2])


def test_a_value_is_made_of_its_fields_and_their_defaults() -> None:
    assert Point(1) == Point(x=1, y=2) == (1, 2) == Like(1)
    assert (Point(3, 4).x, Point(3, 4).y, Point(3, 4).both, Named(1).both) == (3, 4, 7, 3)
    assert tuple(Nothing()) == ()
    assert hash(Point(1)) == hash((1, 2))
    assert (Point.__doc__, Point.__module__, Point._fields, Point._field_defaults) == (
        "Somewhere.",
        __name__,
        Like._fields,
        Like._field_defaults,
    )


def test_a_value_says_its_fields_and_gives_them_out() -> None:
    assert (repr(Point(1)), repr(Named(1)), repr(Nothing())) == ("Point(x=1, y=2)", "Named(x=1, y=2)", "Nothing()")
    assert Point(1)._asdict() == {"x": 1, "y": 2}
    assert (Point(1)._replace(y=9), Point._make([5, 6]), type(Named(1)._replace(x=0))) == (Point(1, 9), (5, 6), Named)
    assert copy.copy(Point(1)) == pickle.loads(pickle.dumps(Point(1))) == Point(1)
    assert [*inspect.signature(Point).parameters] == ["x", "y"]
    match Point(1):
        case Point(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("made", [Point, Like])
def test_what_is_no_field_or_too_few_of_them_is_refused(made: Any) -> None:
    for wrong in (made, lambda: made(1, 2, 3), lambda: made(1, z=3), lambda: made._make([1])):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ValueError, match="unexpected field names"):
        made(1)._replace(z=3)
    for field in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(made(1), field, 4)


def test_what_is_made_later_is_made_once_and_only_where_it_is_asked_for() -> None:
    rest = iter("abc")
    later = Later(lambda: next(rest))
    assert (next(rest), later(), later(), next(rest)) == ("a", "b", "b", "c")


def test_two_parts_made_later_are_equal_where_they_come_to_the_same() -> None:
    assert Later(lambda: (1, 2)) == Later(lambda: (1, 2))
    assert Later(tuple) != Later(lambda: (1,))
    assert Later(tuple) != ()
