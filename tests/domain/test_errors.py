"""Messages show what was typed, and no more of it than is needed."""

from __future__ import annotations

import pytest

from planner.domain.errors import Misread


@pytest.mark.parametrize("typed", ["x" * 5000, "12 " * 3000, "élan " * 200])
def test_a_long_text_is_cut_in_its_quote_and_the_rest_stays(typed: str) -> None:
    message = str(Misread(f"“{typed}” is no day: write 2026-11-20 or “yesterday”."))
    assert message.startswith(f"“{typed[:59]}…”")
    assert message.endswith("is no day: write 2026-11-20 or “yesterday”.")


def test_what_is_short_is_shown_as_it_is() -> None:
    message = (
        f"“{'x' * 60}” is no day; write it as “yesterday”, “monday” or 2026-11-20, and as 20 Nov where it is this year."
    )
    assert str(Misread(message)) == message
