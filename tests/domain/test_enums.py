"""Enumerations are texts and numbers of which a value is one, as ``enum`` has them."""

from __future__ import annotations

import copy
import enum
import pickle
from typing import Any

import pytest

from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.value import enums


class Size(enums.IntEnum):
    """How much."""

    SMALL = 1
    LARGE = 2

    @property
    def word(self) -> str:
        return self.name.lower()


class LikeSize(enum.IntEnum):
    SMALL = 1
    LARGE = 2

    @property
    def word(self) -> str:
        return self.name.lower()


class Way(enums.StrEnum):
    BY_FOOT = "on foot", 5
    BY_TRAIN = "by train", 90

    speed: int

    def __new__(cls, word: str, speed: int = 0) -> Way:
        way = str.__new__(cls, word)
        way._value_, way.speed = word, speed
        return way


class LikeWay(enum.StrEnum):
    BY_FOOT = "on foot", 5
    BY_TRAIN = "by train", 90

    speed: int

    def __new__(cls, word: str, speed: int = 0) -> LikeWay:
        way = str.__new__(cls, word)
        way._value_, way.speed = word, speed
        return way


@pytest.mark.parametrize("sizes", [Size, LikeSize])
def test_a_number_knows_its_name_and_is_one_of_its_class(sizes: Any) -> None:
    assert [*sizes] == [1, 2] and [*reversed(sizes)] == [2, 1] and len(sizes) == 2
    assert (sizes(2), sizes["SMALL"], sizes.LARGE.name, sizes.LARGE.value) == (sizes.LARGE, sizes.SMALL, "LARGE", 2)
    assert sizes(2) is sizes.LARGE and isinstance(sizes.LARGE, sizes) and sizes.SMALL < sizes.LARGE
    assert (str(sizes.LARGE), f"{sizes.LARGE}", sizes.LARGE.word, sizes.LARGE + 1) == ("2", "2", "large", 3)
    assert repr(sizes.LARGE) == f"<{sizes.__name__}.LARGE: 2>" and sizes.LARGE in sizes


@pytest.mark.parametrize("ways", [Way, LikeWay])
def test_a_text_knows_its_name_and_what_it_was_made_of(ways: Any) -> None:
    assert [*ways] == ["on foot", "by train"] and ways("by train") is ways.BY_TRAIN
    assert (str(ways.BY_TRAIN), f"{ways.BY_TRAIN}", ways.BY_TRAIN.value) == ("by train",) * 3
    assert (ways.BY_TRAIN.speed, ways.BY_TRAIN.name, hash(ways.BY_TRAIN)) == (90, "BY_TRAIN", hash("by train"))
    assert repr(ways.BY_FOOT) == f"<{ways.__name__}.BY_FOOT: 'on foot'>"


@pytest.mark.parametrize(("members", "wrong"), [(Size, 3), (LikeSize, 3), (Way, "by car"), (LikeWay, ["on foot"])])
def test_what_is_no_value_is_refused(members: Any, wrong: object) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        members(wrong)


def test_a_copy_of_a_member_is_that_member() -> None:
    for member in (Kind.MEETING, Level.ADRIFT):
        assert copy.deepcopy(member) is pickle.loads(pickle.dumps(member)) is member
