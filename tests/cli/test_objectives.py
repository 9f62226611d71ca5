"""The objective command: what its acts take, and what they do not."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Planner


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "seen"), "does not go with"),
        (("edit", "seen"), "Say what to change"),
        (("edit", "seen", "--minutes", "soon"), "no length of time"),
        (("add",), ""),
    ],
)
def test_what_an_act_cannot_take_is_refused(planner: Planner, words: tuple[str, ...], said: str) -> None:
    planner("objective", "add", "Be seen")
    refused = planner("objective", *words)
    assert refused.code == 2 and said in refused.err


def test_an_objective_is_shown_alone_and_its_title_changed(planner: Planner) -> None:
    planner("objective", "add", "Be seen")
    assert planner("objective", "edit", "be-seen", "--title", "Be known", "--minutes", "1h30").code == 0
    shown = planner("objective", "show", "known", "--json").json
    assert shown["title"] == "Be known"
    assert planner("objective", "edit", "known", "--minutes", "0").code == 0
