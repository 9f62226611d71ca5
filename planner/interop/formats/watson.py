"""Watson: its file of frames, what ``watson log --json`` prints, and the objects that tools around it write.

Source: github.com/jazzband/Watson (watson/frames.py): a list of ``[start, stop, project, id, tags, updated_at]``, in
seconds since 1970. The id stays when a frame is edited. An empty file is an empty list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import tzinfo
from functools import partial
from hashlib import blake2b

from planner.domain.errors import Misread
from planner.domain.grammar.lexicon import kind_of
from planner.domain.texts import clean
from planner.domain.words import say
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.json_rows import json_rows, texts_in
from planner.interop.intake.log import propose_log
from planner.interop.intake.spans import minutes_of, moment, seconds_between, too_short
from planner.interop.intake.tracker import Tracker
from planner.interop.problem import Problem

#: How Watson calls the file as it was before its last change.
_BEFORE = ".bak"

#: What the parts of a frame are called where it is an object.
_START, _STOP = ("start", "begin_at", "begin"), ("stop", "end_at", "end")


def read(taking: Taking, problems: list[Problem]) -> Iterator[Stretch | Passed]:
    """The frames of all files in their order, without what Watson keeps of the file as it was: there is more in it."""
    names = {part.name for part in taking.parts.parts}
    for number, part in enumerate(taking.parts.parts):
        if part.name.endswith(_BEFORE) and part.name.removesuffix(_BEFORE) in names:
            continue
        for row, frame in json_rows(part, problems, several=taking.parts.several):
            if isinstance(frame, Passed):
                yield frame._replace(file=number)
                continue
            try:
                yield _stretch(row, frame, taking.now.tzinfo)._replace(file=number)
            except Misread as error:
                yield Passed(row, str(error), file=number)


def _stretch(row: int, frame: object, zone: tzinfo | None) -> Stretch:
    """A frame; raises Misread."""
    start_at, stop_at, project, id_, tags = _parts(frame)
    start, stop = moment(start_at, zone), moment(stop_at, zone)
    minutes = minutes_of(seconds_between(start, stop))
    project, tags = clean(project), texts_in(tags)
    unfit = ""
    if minutes < 1:
        unfit = too_short()
    elif not project:
        unfit = say("it has no project, which would be its group")
    content = blake2b(
        repr((round(start.timestamp()), minutes, project, tags)).encode("utf-8", "replace"), digest_size=5
    )
    note = ", ".join(tag for tag in tags if kind_of(tag) is None)
    return Stretch(id_, row, start, minutes, project, note, tags, content=content.hexdigest(), unfit=unfit)


def _parts(frame: object) -> tuple[object, object, str, str, object]:
    """Start, stop, project, id and tags; raises Misread for what is no frame."""
    if isinstance(frame, list) and len(frame) >= 4:
        start, stop, project, id_ = frame[:4]
        tags = frame[4] if len(frame) > 4 else []
    elif isinstance(frame, Mapping):
        start, stop = (next((frame[name] for name in names if name in frame), None) for names in (_START, _STOP))
        project, id_, tags = frame.get("project", ""), frame.get("id", ""), frame.get("tags", [])
    else:
        raise Misread(say("it is no frame of Watson's"))
    if stop is None and start is not None:
        raise Misread(say("it has neither a duration nor an end"))
    key = re.sub(r"\s", "", id_) if isinstance(id_, str) else ""
    if start is None or not isinstance(project, str) or not key.isprintable():
        raise Misread(say("it is no frame of Watson's"))
    if not key:  # tools may leave it out: then it is known by when it began
        key = f"at-{start}".replace(" ", "T")
    return start, stop, project, key[:80], tags


def _is_frames(head: str) -> bool:
    """Whether a list begins as one of frames does."""
    if re.match(r'\s*\[\s*\[\s*\d{6,}(\.\d+)?\s*,\s*\d{6,}(\.\d+)?\s*,\s*"', head):
        return True
    if begun := re.match(r"\s*\[\s*(?=\{)", head):
        try:
            frame, _ = json.JSONDecoder().raw_decode(head, begun.end())
        except (ValueError, RecursionError):
            return False
        return "project" in frame and any(name in frame for name in _START) and any(name in frame for name in _STOP)
    return False


TRACKER = Tracker("watson", "Watson", read, own_keys=True)
FORMAT = Format(
    "watson",
    lambda: say("frames of Watson"),
    _is_frames,
    partial(propose_log, TRACKER),
    ("map", "doubles"),
    "frames",
)
