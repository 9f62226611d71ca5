"""Checksums: SHA-256 without the rest of ``hashlib``, whose OpenSSL costs a command as much as half its own code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _the_plain_one() -> Callable[[bytes], Any]:
    try:
        from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            from hashlib import sha256
    found: Callable[[bytes], Any] = sha256
    return found


_sha256 = _the_plain_one()


def checksum(content: bytes) -> str:
    """The SHA-256 (FIPS 180-4) of some bytes, in hexadecimal."""
    digest: str = _sha256(content).hexdigest()
    return digest
