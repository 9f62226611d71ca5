"""JSON is read and written as ``json`` does it, with what Python has in C and without."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.store.json_text import IS_IN_C, Reader, Writer, read, written

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_what_json_writes_and_is_read_again(value: Any) -> None:
    assert written(value) == json.dumps(value).encode()
    assert Writer(sort_keys=True).text(value) == json.dumps(value, sort_keys=True)
    assert Writer(in_ascii=False).text(value) == json.dumps(value, ensure_ascii=False)
    assert read(written(value)) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "{", '{"a": 1', "[1,]", "1 2", '"a\nb"', "nul", "{}x", "-", "[1]\v", '{"a" 1}', "9" * 5000],
)
def test_what_json_refuses_is_refused_in_its_words(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        json.loads(text)
    with pytest.raises(type(refused.value)) as ours:
        Reader().whole(text)
    assert str(ours.value).partition(" (unexpected")[0] == str(refused.value).partition(" (unexpected")[0]


@pytest.mark.parametrize("text", [" {} ", "\n[1, 2.5]\r\n", "NaN", "-Infinity", '"\\ud800"', "\t0"])
def test_what_json_takes_is_taken(text: str) -> None:
    assert repr(Reader().whole(text)) == repr(json.loads(text))


@pytest.mark.parametrize("value", [float("nan"), [float("inf")], {"a": -float("inf")}])
def test_what_json_has_no_word_for_is_not_written(value: Any) -> None:
    with pytest.raises(ValueError):
        Writer(allow_nan=False).text(value)
    with pytest.raises(TypeError):
        written({"a": object()})


def test_what_is_no_json_is_refused_where_nothing_has_loaded_json() -> None:
    code = """if True:
        import sys
        from planner.store.forms import Misshapen
        from planner.store.tables import decoded
        for text in (b"<<<<<<< HEAD", b"{", b'{"a": 1', b"[1,]", b'{\\n"a": {\\n"1": {"b"}\\n}\\n}\\n'):
            for to_change in (False, True):
                for name in [name for name in sys.modules if name.partition(".")[0] == "json"]:
                    del sys.modules[name]
                try:
                    sys.exit(f"taken: {decoded(text, to_change=to_change)}")
                except Misshapen:
                    pass
    """
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert not run.returncode, run.stderr


def test_another_python_has_the_same() -> None:
    code = """if True:
        import sys
        sys.modules["_json"] = None
        from planner.store.json_text import IS_IN_C, Reader, Writer, read, written
        assert not IS_IN_C
        assert read(written({"é": [1, None, 2.5]})) == {"é": [1, None, 2.5]}
        assert Writer(in_ascii=False, sort_keys=True).text({"b": 1, "a": "é"}) == '{"a": "é", "b": 1}'
        assert Reader(parse_constant=len).whole("[NaN]") == [3]
    """
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert IS_IN_C or sys.implementation.name != "cpython"
