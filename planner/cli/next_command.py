"""The next steps with people, the most urgent first.

planner next                               all that are open
planner next marie "I owe the deck fri"    sets one; without a day it is in a week; @zoe may be somebody new
planner next done 7k2p                     by its id, which “planner next” shows
planner next put-off 7k2p "in 3 days"
planner next let-go 7k2p
planner next edit 7k2p "send the slides fri"
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import follow_up_document, step_document
from planner.cli.next_text import follow_ups_text
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.people_words import names_of
from planner.domain.texts import folded
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.weeks.change import Change

#: What can be done with a step; any other first word is a person.
ACTS = ("done", "put-off", "let-go", "edit")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar="PERSON LINE", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    words = list(args.words)
    if not words:
        follow_ups = desk.follow_ups()
        empty = say("No next step is open. “planner next marie 'send the deck fri'” sets one.")
        book = desk.book()
        text = follow_ups_text(follow_ups) or none_words(book, empty)
        return Answer(text, rows_if_known(book, [follow_up_document(each) for each in follow_ups]))
    if words[0] in ACTS:
        return _act(desk, words[0], words[1:])
    if len(words) < 2:
        return _of_person(desk, words[0])
    run, named = names_of(desk.book().people).full([folded(word.lstrip("@")) for word in words], 0)
    if len(named) == 1 and run < len(words):
        return _answered(desk, desk.set_step(named[0].id, " ".join(words[run:])))
    # A first word that is neither an act nor anybody is more likely a slip than a person.
    person = words[0] if words[0].startswith("@") or not words[0].strip() else desk.person(words[0]).id
    return _answered(desk, desk.set_step(person, " ".join(words[1:])))


def _of_person(desk: Desk, name: str) -> Answer:
    """What is open with one person."""
    person = desk.person(name.lstrip("@"))
    follow_ups = [each for each in desk.follow_ups() if each.person.id == person.id]
    empty = say("No next step with {person} is open.", person=person.name)
    return Answer(follow_ups_text(follow_ups) or empty, [follow_up_document(each) for each in follow_ups])


def _act(desk: Desk, act: str, words: list[str]) -> Answer:
    if not words:
        raise Misread(say("Say which by its id: planner next {act} 7k2p; “planner next” shows them.", act=act))
    step = desk.find_step(words[0])
    rest = " ".join(words[1:])
    if rest and act in ("done", "let-go"):
        raise Misread(say("“{text}” does not go with “next {act}”; leave it out.", text=rest, act=act))
    if act == "done":
        change = desk.finish_step(step.id)
    elif act == "let-go":
        change = desk.let_step_go(step.id)
    elif act == "put-off":
        change = desk.put_step_off(step.id, rest)
    else:
        change = desk.edit_step(step.id, rest)
    return _answered(desk, change)


def _answered(desk: Desk, change: Change) -> Answer:
    return Answer(change_text(change), step_document(desk.book().steps[change.step]))
