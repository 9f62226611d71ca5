"""What of a home is carried to other machines: her records, and what she writes herself. All else is a machine's own.

Its lock, its timer, what can be undone, its backups, the change that is being made, and what is made from the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from .contents import ATTRIBUTES, BOOK, CONFIG, DEEDS, IGNORE, MAP, TIMER, is_data, is_text, kept_files

#: For whoever uses git by hand in a home: all else stays out of it.
TEXTS = {
    IGNORE: f"""\
# Written by planner: only these are carried to other machines.
/*
!/{IGNORE}
!/{ATTRIBUTES}
!/{BOOK}
!/{DEEDS}
!/{CONFIG}
!/{MAP}
!/weeks/
/weeks/*
!/weeks/[0-9][0-9][0-9][0-9]-W[0-9][0-9].json
!/themes/
/themes/*
!/themes/*.toml
""".encode(),
    ATTRIBUTES: f"""\
# Written by planner: its files are merged record by record, and never changed on their way.
* -text -filter -ident
/{BOOK} merge=planner
/{DEEDS} merge=planner
/weeks/*.json merge=planner
""".encode(),
}


def is_carried(name: str) -> bool:
    """Whether a file's name is one of those that are carried."""
    return (is_data(name) and name != TIMER) or is_text(name)


def carried_files(home: str, settings_folder: str) -> Iterator[str]:
    """The names of all files that are carried, in a fixed order; settings that are in another folder stay there.

    Raises StoreError where a folder cannot be looked into.
    """
    with_texts = settings_folder == home
    yield from (name for name in kept_files(home) if is_carried(name) and (with_texts or not is_text(name)))
