"""What the Imports screen lists, from top to bottom, as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from planner.domain.imported import Import
from planner.domain.words import plural, say, spell_minutes
from planner.interop.import_words import counts
from planner.interop.intake.draft import Unmapped
from planner.interop.intake.format import Format
from planner.tui.imports.draw_rows import Folded, Heading, Line, Name, Past, Piece, Way, Words
from planner.tui.imports.intake import Proposed

from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import beside_and_under
from ..widgets.draw_paragraph import paragraph
from ..widgets.keys import Key
from . import keys

MARGIN = 4


#: How a key is named, as she has it.
Named = Callable[[Key], Hint]


def begin_lines(
    said: Iterable[str], imports: Iterable[Import], formats: Mapping[str, Format], width: int, named: Named
) -> Iterator[Line]:
    """What was said of what was brought in last, the ways to choose a file, and the earlier imports."""
    for at, sentence in enumerate(said):
        yield from _said(sentence, width, "text strong" if not at else "text")
    if said:
        yield Words()
    yield Heading(say("BRING IN WHAT YOU HAVE DONE"))
    yield Way("choose", named(keys.BEGIN[0]), say("Choose a file, a zip or a folder"))
    yield Way("path", named(keys.BEGIN[1]), say("Type or paste its path"))
    titles = ", ".join(format_.title() for format_ in formats.values())
    yield from _said(say("planner reads {formats}. First it shows what there is.", formats=titles), width, "dim")
    imports = tuple(imports)
    if imports:
        yield Words()
        yield from _heading(say("EARLIER IMPORTS"), [named(keys.TAKE_BACK)], width)
        for number, gone in enumerate(imports, 1):
            title = formats[gone.format].title() if gone.format in formats else gone.format
            yield Past(gone.id, number, gone, title)


def proposed_lines(proposed: Proposed, width: int, named: Named) -> Iterator[Line]:
    """What it is, what it came to, the names that wait, and what it would bring."""
    what, reading = proposed.reading.format.title(), proposed.reading
    yield from _said(say("It is {what}. Nothing is changed yet.", what=what), width, "text strong")
    yield from _said(counts(proposed.account), width, "text")
    year = () if proposed.offer.out else (proposed.year,)  # it is of all of it
    for sentence in filter(None, (*year, *reading.proposal.sentences)):
        yield from _said(sentence, width, "dim")
    if reasons := proposed.reasons:
        why = plural(
            len(reasons),
            "Not all is taken, for {n} reason: i tells it.",
            "Not all is taken, for {n} reasons: i tells them.",
        )
        yield from _said(why, width, "dim")
    if proposed.meanings:
        yield Way("anew", named(keys.READ_ANEW), say("Read it again with what the names mean"))
    elif proposed.brings:
        bring, taken, count = named(keys.BRING_IN), proposed.offer.taken, proposed.offer.count
        if not count:
            yield Way("bring", bring, say("Bring it in"))
        elif taken == count:
            yield Way("bring", bring, plural(count, "Bring in {n} row", "Bring in all {n} rows"))
        else:
            yield Way("bring", bring, say("Bring in {n} of {count} rows", n=taken, count=count))
    elif not (proposed.waits or reading.proposal.asks):
        yield Words(say("Nothing of it is to be brought in."), "text strong")
    if proposed.waits:
        yield Words()
        yield from _heading(say("NAMES THAT WAIT"), [named(key) for key in (*keys.MEANING, keys.GROUP)], width)
        for waits in proposed.waits:
            yield Name(f"name {waits.name}", waits, proposed.meanings.get(waits.name))
    if proposed.offer.bundles:
        yield Words()
        yield from _heading(say("WHAT WOULD COME"), [named(keys.SHOW_ROWS), named(keys.LEAVE_OUT)], width)
        yield from _bundles(proposed)


def working_lines(words: str, how_far: str, *, stopping: bool) -> Iterator[Line]:
    """What goes on."""
    yield Words(words, "text strong")
    yield Words(say("It is stopped at the next step…") if stopping else how_far or "…", "dim")


def _bundles(proposed: Proposed) -> Iterator[Line]:
    offer = proposed.offer
    for bundle in offer.bundles:
        is_open = bundle.id in offer.open
        yield Folded(f"bundle {bundle.id}", bundle, offer.taken_of(bundle), is_open)
        if is_open:
            for item in bundle.items:
                yield Piece(f"item {item.id}", item, item.id in offer.out)


def _heading(title: str, hints: Sequence[Hint], width: int) -> Iterator[Heading]:
    """A heading; keys that have no room beside it stand under it."""
    beside, under = beside_and_under(title, hints, width)
    yield Heading(title, beside)
    if under:
        yield Heading("", under)


def _said(text: str, width: int, role: str) -> Iterator[Words]:
    return (Words(line, role) for line in paragraph(text, width - MARGIN))


def waiting_words(waits: Sequence[Unmapped]) -> str:
    """How much waits for a kind, and where what is said here is kept; "" where nothing does."""
    rows, time = sum(each.rows for each in waits), spell_minutes(sum(each.minutes for each in waits))
    if not rows:
        return ""
    if not any(each.minutes for each in waits):
        return plural(
            rows,
            "{n} row waits for a kind; what you say here is kept in map.toml.",
            "{n} rows wait for a kind; what you say here is kept in map.toml.",
        )
    return plural(
        rows,
        "{n} row ({time}) waits for a kind; what you say here is kept in map.toml.",
        "{n} rows ({time}) wait for a kind; what you say here is kept in map.toml.",
        time=time,
    )
