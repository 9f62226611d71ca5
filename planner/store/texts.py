"""Settings and themes as a step keeps them whole: hers to write, so it takes back only what is still as it left it."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

from .checksum import checksum
from .contents import is_text
from .forms import TEXT, Form, Misshapen, Required, part
from .tables import Document

if TYPE_CHECKING:
    from .changeset import Changeset


class Text(NamedTuple):
    """One file: what was there before (None: nothing), and the mark of what the step left there (empty: nothing).

    Bytes that are no UTF-8 stand in ``content`` as Python escapes them.
    """

    name: str
    content: str | None
    left: str


def _name(value: object) -> str:
    name: str = TEXT.read(value)
    if not is_text(name):
        raise Misshapen(say("“{file}” is no file of settings or of a theme", file=name))
    return name


_TEXT = part(Text, {"name": (Form(_name, str), Required), "content": (TEXT, None), "left": (TEXT, "")})


def texts_before(changes: Changeset) -> list[Document]:
    """Images of what was there of the settings and themes that a change puts."""
    return [_image(name, changes.text(name), after) for name, after in changes.texts.items()]


def flip(changes: Changeset, images: Iterable[Document]) -> tuple[list[Document], tuple[str, ...]]:
    """Have ``changes`` put what was there before; returns images of what is, and the names of what she wrote since.

    What she wrote stays. Raises Misshapen, and StoreError.
    """
    flipped, stay = [], []
    for text in map(_TEXT.read, images):
        there = changes.text(text.name)
        if _mark(there) == text.left:
            changes.texts[text.name] = before = _bytes(text.content)
            flipped.append(_image(text.name, there, before))
        else:
            stay.append(text.name)
    return flipped, tuple(stay)


def _image(name: str, before: bytes | None, after: bytes | None) -> Document:
    content = None if before is None else before.decode("utf-8", "surrogateescape")
    image: Document = _TEXT.write(Text(name, content, _mark(after)))
    return image


def _bytes(content: str | None) -> bytes | None:
    return None if content is None else content.encode("utf-8", "surrogateescape")


def _mark(content: bytes | None) -> str:
    return "" if content is None else checksum(content)[:16]
