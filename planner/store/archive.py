"""The archive: everything in a home as one zip, to be kept elsewhere, with a list of what it should hold.

What is read of one is never trusted: only names of planner's are taken from it, none of them leads out of a home, and
neither a small file that unpacks to a huge one nor one that is cut off gets further than a sentence.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping

from planner import opener
from planner.domain.errors import Incomplete, Newer, Refused, StoreError
from planner.domain.texts import clean, shown
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

from . import files
from .checksum import checksum
from .contents import is_place_of_data, is_text, kept_files, strangers
from .schema import FIRST, MIGRATIONS

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from .shelf import Shelf

#: The list of an archive's files, with their lengths and SHA-256.
MANIFEST = "manifest.json"

#: The form of that list.
FORMAT = 1

#: Bytes that all of an archive may unpack to: ten years with 200,000 entries and as many changes to undo are half.
LARGEST = 1024 * 1024 * 1024


def write_archive(shelf: Shelf, path: str, settings_folder: str, *, of_planner: bool = False) -> str:
    """Write a zip of all files of a home but its daily backups; returns where it is.

    It is ``of_planner`` that stands beside the daily backups. ``path`` may be a folder, then the archive is named by
    its day. Raises Refused for a home without files, StoreError where it cannot be written, would replace a file that
    is no archive, or one that is while a file of the home is damaged or missing, and Incomplete, once it is written,
    where such a one is not whole in it, or a change that counts could not reach its files, and so is not in it.
    """
    from zipfile import is_zipfile

    if os.path.isdir(path):
        path = os.path.join(path, f"planner-{shelf.now():%Y-%m-%d}.zip")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise StoreError(say("There is no folder {folder} to write to. Make it, or name another.", folder=folder))
    if is_place_of_data(shelf.home, path) and not of_planner:
        raise StoreError(say("{path} is where planner keeps its own data. Name another file.", path=path))
    if os.path.lexists(path) and not (os.path.isfile(path) and is_zipfile(path)):
        raise StoreError(say("{path} is no archive, so it is not replaced. Name another file.", path=path))
    if not os.path.isdir(shelf.home):
        raise Refused(say("There is nothing to back up in {folder} yet.", folder=shelf.home))
    waits, lacking = "", []
    with shelf.lock.if_allowed():
        try:
            shelf.settle()
        except StoreError as error:
            waits = str(error)
        if not (waits or of_planner):
            shelf.read_all()
            lacking = shelf.lacking()
            if lacking and os.path.lexists(path):
                raise files.unreplaced(path, lacking)
        content = _zipped(shelf, settings_folder)
    files.write_whole(path, content)
    if waits:
        raise Incomplete(
            say("{path} is written, but a change that waits to be finished is not in it. {reason}",
                path=path, reason=waits)
        )  # fmt: skip
    if lacking:
        raise Incomplete(
            say("{path} is written, but not whole: damaged or missing here: {files}. Do “planner check --mend”, and "
                "back up anew.", path=path, files=files.few(lacking))
        )  # fmt: skip
    return path


def _zipped(shelf: Shelf, settings_folder: str) -> bytes:
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile

    listed: dict[str, dict[str, object]] = {}
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, path in _paths(shelf.home, settings_folder):
            file = files.read(path)
            if file:
                archive.writestr(name, file[0])
                listed[name] = {"bytes": len(file[0]), "sha256": checksum(file[0])}
        archive.writestr(MANIFEST, json.dumps({"planner": FORMAT, "made": shelf.now().isoformat(), "files": listed}))
    if not listed:
        raise Refused(say("There is nothing to back up in {folder} yet.", folder=shelf.home))
    return whole.getvalue()


def texts_of(home: str, settings_folder: str) -> dict[str, bytes]:
    """Her settings and themes by name, wherever they are kept."""
    paths = {name: path for name, path in _paths(home, settings_folder) if is_text(name)}
    return {name: file[0] for name, path in paths.items() if (file := files.read(path))}


def _paths(home: str, settings_folder: str) -> Iterator[tuple[str, str]]:
    """The files worth a copy by name, what planner does not know among them."""
    names = [*kept_files(home), *strangers(home)]
    yield from ((name, os.path.join(home, name)) for name in names)
    elsewhere = (name for name in kept_files(settings_folder) if is_text(name) and name not in names)
    yield from ((name, os.path.join(settings_folder, name)) for name in elsewhere)


def read_archive(path: str) -> tuple[dict[str, bytes], bool]:
    """The files in an archive by name, each as its list says it should be, and whether there is such a list.

    Raises Refused, naming the file, for what is cut off, damaged, encrypted, too large, no zip, or would lead out.
    """
    import zlib
    from zipfile import BadZipFile, ZipFile

    called = clean(path)
    try:
        with os.fdopen(opener.open_regular(path), "rb") as file, ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _refuse_odd(called, members)
            contents = {member.filename: _content(called, archive, member) for member in members}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError):
        raise Refused(
            say(
                "{path} is no whole zip archive: it may be cut off, or another program's. Take another backup.",
                path=called,
            )
        ) from None
    except OSError as error:
        raise files.unreadable(path, error) from None
    return contents, _is_as_listed(called, contents)


def _content(path: str, archive: ZipFile, member: ZipInfo) -> bytes:
    """A file's bytes, no more than its entry says; what they come to is checked by their CRC."""
    with archive.open(member) as file:
        content = file.read(min(member.file_size, opener.LARGEST) + 1)
    if len(content) > opener.LARGEST:
        raise _too_large(path, member.filename)
    return content


def _too_large(path: str, name: str) -> Refused:
    most = opener.LARGEST // 1024 // 1024
    return Refused(
        say("{path} holds “{name}”, which unpacks to more than {n} MB: it is not planner's.",
            path=path, name=shown(name), n=most)
    )  # fmt: skip


def _refuse_odd(path: str, members: list[ZipInfo]) -> None:
    names = [member.filename for member in members]
    for name in names:
        if _leads_out(name):
            raise Refused(
                say("{path} holds “{name}”, which would lead out of the folder: it is not planner's.",
                    path=path, name=shown(name))
            )  # fmt: skip
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(say("{path} holds “{name}” twice: it is not planner's.", path=path, name=shown(twice)))
    if any(member.flag_bits & 1 for member in members):
        raise Refused(say("{path} is encrypted; unpack it, and restore from the folder.", path=path))
    for member in members:
        if member.file_size > opener.LARGEST:
            raise _too_large(path, member.filename)
    if sum(member.file_size for member in members) > LARGEST:
        raise Refused(say("{path} unpacks to more than 1 GB: it is not planner's.", path=path))


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or "" in parts or ":" in name or "\0" in name


def _is_as_listed(path: str, contents: dict[str, bytes]) -> bool:
    """Refuse an archive that does not hold what its list says; False for one of planner 0.1.0, which has no list."""
    if MANIFEST not in contents:
        return False
    try:
        document: dict[str, Any] = json.loads(contents.pop(MANIFEST))
        _refuse_newer(path, document)
        listed: dict[str, Any] = document["files"]
        sums = {name: (file["bytes"], file["sha256"]) for name, file in listed.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(say("The list of files in {path} cannot be read; take another backup.", path=path)) from None
    compare(path, contents, sums, lambda content: (len(content), checksum(content)))
    return True


def _refuse_newer(path: str, document: Mapping[str, Any]) -> None:
    """Raises Newer for the list of an archive that says it is of a format, or of a schema, which is still to come."""
    for key, known in (("planner", FORMAT), ("schema", FIRST + len(MIGRATIONS))):
        version = document.get(key, known)
        if type(version) is not int or version > known:
            raise Newer(
                say(
                    "“{path}” was written by a newer planner ({version}). Install it to read this.",
                    path=path,
                    version=shown(f"{key} {version}"),
                )
            )


def compare(
    path: str, contents: Mapping[str, bytes], sums: Mapping[str, object], sum_of: Callable[[bytes], object]
) -> None:
    """Raises Refused, naming the file, where contents are not what a list says of them, nor as many."""
    names = set(contents)
    for name in sorted({*sums, *names}):
        if name not in names:
            raise Refused(
                say("{path} lacks {name}, which its list has; take another backup.", path=path, name=shown(name))
            )
        if name not in sums:
            raise Refused(
                say("{path} holds {name}, which its list has not; take another backup.", path=path, name=shown(name))
            )
        if sums[name] != sum_of(contents[name]):
            raise Refused(
                say("{name} in {path} is not what its list says; take another backup.", path=path, name=shown(name))
            )
