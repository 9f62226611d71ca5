"""What LinkedIn's addresses say."""

from __future__ import annotations

import pytest

from planner.interop.linkedin.addresses import group_number, profile_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.linkedin.com/in/mai-tran",
        "www.linkedin.com/in/mai-tran/",
        "linkedin.com/in/Mai-Tran",
        "http://fr.linkedin.com/in/mai-tran?trk=people",
        " https://www.linkedin.com/in/mai-tran/detail/contact-info ",
    ],
)
def test_a_profile_has_one_address(text: str) -> None:
    assert profile_address(text) == "https://www.linkedin.com/in/mai-tran"


def test_a_profile_with_accents_is_one_quoted_or_not() -> None:
    quoted, plain = "https://www.linkedin.com/in/ren%C3%A9e", "https://www.linkedin.com/in/Renée"
    assert profile_address(quoted) == profile_address(plain) == quoted


@pytest.mark.parametrize(
    "text", ["", "https://example.org/in/mai", "https://linkedin.com/company/x", "javascript:linkedin.com/in/x"]
)
def test_what_is_no_profile_has_none(text: str) -> None:
    assert profile_address(text) == ""


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/feed/update/urn:li:groupPost:1234567-7000000000000000001",
        "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A1234567-7000000000000000001",
        "https://www.linkedin.com/feed/update/urn%253Ali%253AgroupPost%253A1234567-70?x=1",
        "https://www.linkedin.com/feed/update/urn:li:activity:7?c=urn:li:comment:(urn:li:groupPost:1234567-70,71)",
        "https://www.linkedin.com/groups/1234567/",
    ],
)
def test_a_group_s_number_is_found_in_links(link: str) -> None:
    assert group_number(link) == "1234567"


def test_what_stands_in_no_group_has_no_number() -> None:
    assert group_number("https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000001") == ""
