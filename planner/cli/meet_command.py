"""The appointments: meetings to come, and what became of them.

planner meet add "thu 12:30 45m @marie lyon-ux coffee" --place "Café Bellecour"
planner meet list                         those to come, and those that wait for an answer
planner meet show 7k2p                    by its id, which the list shows
planner meet held 7k2p                    once it was: it becomes an entry; --minutes and --group say what was otherwise
planner meet missed 7k2p
planner meet move 7k2p "fri 14:00"
planner meet edit 7k2p --title lunch --people marie
planner meet remove 7k2p
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import appointment_document, entry_document
from planner.cli.next_text import appointments_apart, appointments_text
from planner.cli.options import json_option
from planner.cli.sentences import change_text, what_next
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes
from planner.domain.grammar.names import find_group, known_person, names_in
from planner.domain.grammar.tokens import from_shell
from planner.domain.texts import clean
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.weeks.change import Change


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="|".join(ACTS), nargs="?", default="list")
    parser.add_argument("words", metavar="ID|LINE", nargs="*")
    parser.add_argument("--all", action="store_true", help=say("past ones, too"))
    parser.add_argument("--minutes", metavar="MINUTES", help=say("how long it is, or was"))
    parser.add_argument("--group", metavar="GROUP", help=say("the group it is in"))
    parser.add_argument("--title", metavar="TEXT", help=say("what it is about"))
    parser.add_argument("--place", metavar="TEXT", help=say("where it is held"))
    parser.add_argument("--people", metavar="A,B", help=say("people in the book"))


def run(desk: Desk, args: Args) -> Answer:
    if args.what not in ACTS:
        choices = listing(list(ACTS))
        raise Misread(say("“{text}” is nothing to do with a meeting; choose {acts}.", text=args.what, acts=choices))
    for option in OPTIONS:
        if getattr(args, option) is not None and option not in TAKEN.get(args.what, ()):
            raise Misread(say("--{option} does not go with “meet {act}”; leave it out.", option=option, act=args.what))
    return ACTS[args.what](desk, args)


def _add(desk: Desk, args: Args) -> Answer:
    if not args.words:
        raise Misread(say("Say when and with whom: planner meet add 'thu 12:30 45m @marie coffee'."))
    change = desk.add_appointment(from_shell(args.words), args.place or "")
    document = appointment_document(desk.book().appointments[change.appointment], desk.book())
    return Answer(change_text(change), {**document, "read_as_note": list(change.read_as_note)})


def _list(desk: Desk, args: Args) -> Answer:
    if args.words:
        raise Misread(say("“{text}” does not go with “meet list”; leave it out.", text=" ".join(args.words)))
    book = desk.book()
    appointments = [each for each in desk.appointments() if args.all or each.planned]
    empty = say("No meeting is arranged. “planner meet add 'thu 12:30 45m @marie coffee'” arranges one.")
    now = desk.now()
    apart = any(each.waits(now) for each in appointments)
    text = (
        "\n".join(appointments_apart(appointments, book, now)[1:])
        if apart
        else appointments_text(appointments, book, now)
    )
    text = text or none_words(book, empty)
    return Answer(text, rows_if_known(book, [appointment_document(each, book) for each in appointments]))


def _show(desk: Desk, args: Args) -> Answer:
    appointment = desk.find_appointment(_id(args))
    book = desk.book()
    return Answer(appointments_text([appointment], book, desk.now()), appointment_document(appointment, book))


def _move(desk: Desk, args: Args) -> Answer:
    if len(args.words) < 2:
        raise Misread(say("Say which and when to: planner meet move 7k2p 'fri 14:00'."))
    return _answered(desk, desk.move_appointment(args.words[0], " ".join(args.words[1:])))


def _edit(desk: Desk, args: Args) -> Answer:
    id_, book = _id(args), desk.book()
    fields: dict[str, Any] = {
        name: clean(value) for name in ("title", "place") if (value := getattr(args, name)) is not None
    }
    if args.group is not None:
        fields["group"] = find_group(args.group, book).id if args.group else None
    if args.minutes is not None:
        fields["minutes"] = _minutes(args.minutes)
    if args.people is not None:
        fields["people"] = tuple(known_person(name, book).id for name in names_in(args.people))
    if not fields:
        raise Misread(say("Say what to change, such as --title lunch or --place 'Café Bellecour'."))
    return _answered(desk, desk.edit_appointment(id_, **fields))


def _held(desk: Desk, args: Args) -> Answer:
    minutes = _minutes(args.minutes) if args.minutes is not None else None
    change = desk.hold_appointment(_id(args), minutes, args.group or "")
    assert change.entry
    book = desk.book()
    return Answer("\n".join([change_text(change), *what_next(change.entry, book)]), entry_document(change.entry, book))


def _missed(desk: Desk, args: Args) -> Answer:
    return _answered(desk, desk.miss_appointment(_id(args)))


def _remove(desk: Desk, args: Args) -> Answer:
    gone = desk.find_appointment(_id(args))
    document = appointment_document(gone, desk.book())
    return Answer(change_text(desk.remove_appointment(gone.id)), document)


def _answered(desk: Desk, change: Change) -> Answer:
    book = desk.book()
    return Answer(change_text(change), appointment_document(book.appointments[change.appointment], book))


def _id(args: Args) -> str:
    if len(args.words) != 1:
        what = args.what
        raise Misread(say("Say which by its id: planner meet {what} 7k2p; “planner meet list” shows them.", what=what))
    return str(args.words[0])


def _minutes(text: str) -> int:
    minutes = read_minutes(text)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=text))
    return minutes


#: The options that say something of an appointment, and which of them go with what is done to one.
OPTIONS = ("minutes", "group", "title", "place", "people")
TAKEN = {"add": ("place",), "edit": OPTIONS, "held": ("minutes", "group")}

#: What can be done with an appointment.
ACTS = {
    "add": _add,
    "list": _list,
    "show": _show,
    "move": _move,
    "edit": _edit,
    "held": _held,
    "missed": _missed,
    "remove": _remove,
}
