"""Write what your adviser needs to see into one file, to print or to send.

  planner handout advice.html
  planner handout advice.html --weeks 12 --without-names
  planner handout advice.md
  planner handout --ask "Is PMI France worth a second year?"
  planner handout --decided "Two coffees a week until Christmas, and no more feeds"
  planner handout

It has your objectives at first and now, every group with its verdict, the hours needed and at hand, what is selected
and left out, the balance by week, the people met, your questions, and what was decided the last time. The ending of
PATH says the form: .html is one page without anything from elsewhere, which prints on A4; .md is Markdown. Without
PATH, or with -, Markdown goes to standard output.

--without-names puts initials in the place of every person and company you know, in free text too, and leaves notes out.

--ask keeps a question for the next hand-out, --decided what was decided: it stands at the head of the next one, and the
questions until then count as talked over. With “-” the latest is taken back.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.handout_documents import handout_document
from planner.cli.options import json_option, whole
from planner.cli.sentences import change_text
from planner.domain.counsel import Voice
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.handout import MOST_WEEKS
from planner.domain.words import say
from planner.interop.handouts import check_path, markdown, write_handout

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.weeks.change import Change


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("path", metavar="PATH", nargs="?")
    parser.add_argument("--weeks", metavar="8", default="8", help=say("how many weeks it looks back on, 1 to 52"))
    parser.add_argument("--without-names", action="store_true", help=say("initials for people and companies; no notes"))
    parser.add_argument("--ask", metavar="TEXT", help=say("keep a question for your adviser"))
    parser.add_argument("--decided", metavar="TEXT", help=say("keep what was decided"))


def run(desk: Desk, args: Args) -> Answer:
    weeks = whole(args.weeks, 1, MOST_WEEKS)
    path = None if args.path == "-" else args.path
    if path is not None:
        check_path(path)
    kept = [change_text(change) for change in _kept(desk, args)]
    handout = desk.handout(weeks, named=not args.without_names)
    if path is not None:
        path = write_handout(desk, path, handout)
        kept.append(say("The hand-out is written to {path}.", path=path))
    document = handout_document(handout, path)
    return Answer("\n".join(kept), document, raw=b"" if kept else markdown(handout))


def _kept(desk: Desk, args: Args) -> list[Change]:
    """What was decided comes first: a question beside it is one for the next time."""
    said = ((Voice.DECIDED, args.decided), (Voice.QUESTION, args.ask))
    return [desk.keep_counsel(voice, text) for voice, text in said if text is not None]
