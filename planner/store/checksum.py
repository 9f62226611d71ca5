"""Checksums: SHA-256 without the rest of ``hashlib``, whose OpenSSL costs a command as much as all files it writes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

from planner.domain.value.typed import Any


@cache
def _the_plain_one() -> Callable[[bytes], Any]:
    """Python's own implementation, as its ``random`` takes it; where it has none, that of ``hashlib``."""
    try:
        module = __import__("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        module = __import__("hashlib")
    plain: Callable[[bytes], Any] = module.sha256
    return plain


def checksum(content: bytes) -> str:
    """The SHA-256 (FIPS 180-4) of some bytes, in hexadecimal."""
    digest: str = _the_plain_one()(content).hexdigest()
    return digest
