"""Checksums: SHA-256 without the rest of ``hashlib``, whose OpenSSL costs a command as much as all files it writes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def _the_plain_one() -> Callable[[bytes], Any]:
    """Python's own implementation, as its ``random`` takes it; where it has none, that of ``hashlib``."""
    from importlib import import_module

    try:
        module = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        module = import_module("hashlib")
    plain: Callable[[bytes], Any] = module.sha256
    return plain


_sha256 = _the_plain_one()


def checksum(content: bytes) -> str:
    """The SHA-256 (FIPS 180-4) of some bytes, in hexadecimal."""
    digest: str = _sha256(content).hexdigest()
    return digest
