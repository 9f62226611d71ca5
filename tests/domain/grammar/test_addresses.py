"""Only web addresses are kept, so only these are ever opened."""

from __future__ import annotations

import pytest

from planner.domain.errors import Misread
from planner.domain.grammar.addresses import checked_address, email_in, looks_like_address, site_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://lyon-ux.org/", "https://lyon-ux.org/"),
        ("HTTP://Lyon-UX.org", "HTTP://Lyon-UX.org"),
        ("lyon-ux.org", "https://lyon-ux.org"),
        ("  lyon-ux.org:8080/x?y=1#z ", "https://lyon-ux.org:8080/x?y=1#z"),
        ("www.linkedin.com/groups/1", "https://www.linkedin.com/groups/1"),
        ("", ""),
    ],
)
def test_an_address_is_kept_as_it_opens(typed: str, kept: str) -> None:
    assert checked_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.org", "data:text/html,x", "mailto:a@b.fr", "two words.org",
     "https://", "https://user:pw@host.org", "https://x.org/\x1b[31m red", "https://" + "a" * 2100],
)  # fmt: skip
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(Misread, match="web address"):
        checked_address(typed)


def test_an_address_is_told_from_a_name_with_a_dot_in_it() -> None:
    assert looks_like_address("https://x.org", alone=False)
    assert looks_like_address("www.x.org", alone=False)
    assert looks_like_address("x.org/groups/1", alone=False)
    assert looks_like_address("x.org", alone=True) and not looks_like_address("Node.js", alone=False)
    assert looks_like_address("javascript:alert(1)", alone=False)
    assert not looks_like_address("re:publica", alone=True)


def test_a_site_is_read_without_what_all_have() -> None:
    assert site_of("https://www.linkedin.com/groups/1/") == "linkedin.com/groups/1"


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("mailto:sean.o'neil@example.org", "sean.o'neil@example.org"),
        ("'marie@example.org'", "marie@example.org"),
        ("Marie <marie@example.org>", "marie@example.org"),
        ("nonsense", ""),
    ],
)
def test_an_apostrophe_in_an_email_is_kept(text: str, email: str) -> None:
    assert email_in(text) == email


def test_a_colon_that_was_escaped_is_a_colon() -> None:
    assert checked_address("https\\://example.org/x") == "https://example.org/x"
