"""Contexts are as ``contextlib`` has them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from planner.domain.value import contexts

OURS_AND_THEIRS = pytest.mark.parametrize("made_by", [contexts, contextlib], ids=["ours", "theirs"])


@OURS_AND_THEIRS
def test_what_is_suppressed_is_passed_over_and_nothing_else(made_by: Any) -> None:
    with made_by.suppress(KeyError, OSError):
        raise FileNotFoundError
    with made_by.suppress(KeyError):
        assert made_by
    with pytest.raises(OSError), made_by.suppress(KeyError):
        raise OSError


@OURS_AND_THEIRS
def test_a_generator_is_gone_on_with_when_it_is_left(made_by: Any) -> None:
    told: list[object] = []

    @made_by.contextmanager  # type: ignore[untyped-decorator]
    def telling(what: str) -> Iterator[str]:
        """Tells."""
        told.append("in")
        try:
            yield what
        except KeyError:
            told.append("passed over")
        except OSError:
            raise ValueError("another") from None
        finally:
            told.append("out")

    with telling("it") as seen:
        told.append(seen)
    with telling(what="it"):
        raise KeyError
    with pytest.raises(ValueError, match="another"), telling("it"):
        raise OSError
    error = TypeError("as it was")
    with pytest.raises(TypeError) as raised, telling("it"):
        raise error
    with pytest.raises(StopIteration), telling("it"):
        raise StopIteration
    assert raised.value is error and (telling.__name__, telling.__doc__) == ("telling", "Tells.")
    assert told == ["in", "it", "out", "in", "passed over", "out", *("in", "out") * 3]
