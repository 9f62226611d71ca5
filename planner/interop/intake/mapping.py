"""Her map of other programs' names: which group and kind a project, a tag or an address means, and what to skip.

It is ``map.toml`` in the home, hers to write:

    [projects]
    "Career" = "watching"                                  # its group is called so, too
    "Lyon*" = { group = "lyon-ux", kind = "contribution" }
    "Sport" = "skip"

    [tags]
    "coffee" = "meeting"

    [addresses]
    "linkedin.com/*" = { group = "linkedin", kind = "watching" }

    [columns]
    "Tag,Stunden,Wofür" = "start=Tag,hours=Stunden,project=Wofür"

    [me]
    addresses = ["isabelle@example.org"]                   # her own, lest she become one of her people

A name is compared without case and accents; ``*`` and ``?`` stand for anything. A name in full comes before a pattern,
and of patterns the first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import translate

from planner.domain.errors import Misread, Refused
from planner.domain.grammar.lexicon import kind_of
from planner.domain.kinds import Kind
from planner.domain.texts import clean, folded, shown
from planner.domain.value import NamedTuple
from planner.domain.words import say

FILE = "map.toml"
TABLES = ("projects", "tags", "addresses")
ME = "me"

#: The table that says what the columns of other programs' tables are, by their headings.
COLUMNS = "columns"

#: The words that have a name passed over.
SKIP = ("skip", "ignorer", "passer")


class Meaning(NamedTuple):
    """What a name means: a kind and its form, a group as she calls it; or that it is skipped."""

    kind: Kind | None = None
    form: str | None = None
    group: str = ""
    skip: bool = False


class NameMap:
    """What names mean. Of what the call says and her file says, the call comes first."""

    def __init__(self, said: Mapping[str, Meaning], written: Mapping[str, Mapping[str, Meaning]]) -> None:
        self._exact: dict[str, dict[str, Meaning]] = {}
        self._patterns: dict[str, list[tuple[re.Pattern[str], Meaning]]] = {}
        for table in TABLES:
            rows = {**written.get(table, {})}
            exact = {folded(name): meaning for name, meaning in rows.items() if not set("*?") & set(name)}
            self._exact[table] = exact | {folded(name): meaning for name, meaning in said.items()}
            self._patterns[table] = [
                (re.compile(translate(folded(name))), meaning)
                for name, meaning in rows.items()
                if set("*?") & set(name)
            ]
        self._known: dict[tuple[str, str], Meaning | None] = {}

    def meaning(self, table: str, name: str) -> Meaning | None:
        """What a name of a table means, if anything says so."""
        key = table, name
        if key not in self._known:
            self._known[key] = self._looked_up(table, folded(name))
        return self._known[key]

    def _looked_up(self, table: str, name: str) -> Meaning | None:
        if name in self._exact[table]:
            return self._exact[table][name]
        return next((meaning for pattern, meaning in self._patterns[table] if pattern.match(name)), None)


def read_map(text: str) -> dict[str, Meaning]:
    """Read ``Career=watching,Guitar=meeting``: what each name means, by its folded name.

    Kinds are any words of the quick-log line. A name with a comma stands in double quotes, and double quotes within
    them are doubled. Raises Misread for a part without a kind, for a word that is none, and for a name given two kinds.
    """
    meanings: dict[str, Meaning] = {}
    for part in parts_of(text):
        name, equals, word = part.rpartition("=")
        project = unquoted(name)
        if not (equals and project):
            raise Misread(say("“{text}” gives no project a kind; write Career=watching.", text=shown(part)))
        meaning = _meaning_of(word.strip(), project)
        if meanings.setdefault(folded(project), meaning) != meaning:
            raise Misread(say("“{project}” is given two kinds; give it one.", project=shown(project)))
    return meanings


def unquoted(name: str) -> str:
    """A name out of the double quotes that it may stand in."""
    name = name.strip()
    return name[1:-1].replace('""', '"') if len(name) > 1 and name[0] == name[-1] == '"' else name


def spelt(name: str) -> str:
    """A name as :func:`read_map` has it."""
    return '"' + name.replace('"', '""') + '"' if set(',"') & set(name) else name


def map_option(names: Iterable[str], word: str) -> str:
    """What is typed in a shell so that each of these names means ``word``."""
    said = ",".join(f"{spelt(name)}={word}" for name in names)
    if not set('"$`\\!') & set(said):
        return f'--map "{said}"'
    import shlex

    return f"--map {shlex.quote(said)}"


def read_file(content: bytes) -> dict[str, dict[str, Meaning]]:
    """What her file says. Raises Refused, naming the line or the name, for what cannot be read."""
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(say("{file} cannot be read: {reason}.", file=FILE, reason=shown(str(error)))) from None
    meanings: dict[str, dict[str, Meaning]] = {}
    for table, rows in document.items():
        if table == COLUMNS and isinstance(rows, dict) and all(isinstance(said, str) for said in rows.values()):
            continue
        if table == ME:
            _check_me(rows)
            continue
        if table not in TABLES or not isinstance(rows, dict):
            known = ", ".join(f"[{name}]" for name in (*TABLES, COLUMNS, ME))
            raise Refused(
                say("{file}: there is no “{key}”; there are {keys}.", file=FILE, key=shown(table), keys=known)
            )
        try:
            meanings[table] = {name: _written_meaning(name, said) for name, said in rows.items()}
        except Misread as wrong:
            raise Refused(say("{file}: {wrong}", file=FILE, wrong=wrong)) from None
    return meanings


def columns_in(content: bytes) -> dict[str, str]:
    """What her file says of the columns of tables, by their heading. Raises Refused."""
    read_file(content)
    columns: dict[str, str] = tomllib.loads(content.decode("utf-8-sig")).get(COLUMNS, {})
    return columns


def name_map(said: str, content: bytes) -> NameMap:
    """What names mean by the call and by her file. Raises Misread and Refused."""
    return NameMap(read_map(said), read_file(content))


def written(content: bytes, meanings: Mapping[str, str | Mapping[str, str]], table: str = "projects") -> bytes:
    """Her file with more names in a table, each with what it says of it: a word, or a group and a kind; comments and
    order stay. Raises Refused."""
    import tomlkit

    read_file(content)
    document = tomlkit.parse(content.decode("utf-8-sig"))
    if table not in document:
        document[table] = tomlkit.table()
    rows = document[table]
    for name, said in meanings.items():
        rows[name] = said if isinstance(said, str) else _inline(said)
    changed = tomlkit.dumps(document).encode()
    read_file(changed)
    return changed


def _inline(said: Mapping[str, str]) -> object:
    """A table that stands in one line."""
    import tomlkit

    row = tomlkit.inline_table()
    row.update(said)
    return row


def her_addresses(said: Iterable[str], content: bytes) -> tuple[str, ...]:
    """Her own e-mail addresses: those of the call, and those that her file says. Raises Refused."""
    read_file(content)
    kept = tomllib.loads(content.decode("utf-8-sig")).get(ME, {}).get("addresses", [])
    return tuple(dict.fromkeys((*said, *kept)))


def with_addresses(said: Iterable[str], content: bytes) -> bytes | None:
    """Her file with addresses of hers that it does not say yet; None where it says them all. Raises Refused."""
    kept = her_addresses((), content)
    new = [each for each in said if each.casefold() not in {other.casefold() for other in kept}]
    if not new:
        return None
    import tomlkit

    document = tomlkit.parse(content.decode("utf-8-sig"))
    if ME not in document:
        document[ME] = tomlkit.table()
    document[ME]["addresses"] = [*kept, *new]
    return tomlkit.dumps(document).encode()


def to_fill(names: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """The lines of a map to fill in, of each name with its rows and their length."""
    yield "[projects]"
    for name, rows, length in names:
        yield f'{_quoted(name)} = ""  # {rows}, {length}'


def _check_me(rows: object) -> None:
    """Raises Refused where her addresses are not a list of texts."""
    addresses = rows.get("addresses", []) if isinstance(rows, dict) else None
    if not isinstance(addresses, list) or not all(isinstance(each, str) for each in addresses):
        raise Refused(say('{file}: [me] should say addresses = ["…"].', file=FILE))


def _quoted(name: str) -> str:
    return '"' + clean(name).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written_meaning(name: str, said: object) -> Meaning:
    if isinstance(said, str):
        return _meaning_of(said.strip(), name) if said.strip() else Meaning()
    if isinstance(said, dict) and said.keys() <= {"group", "kind", "skip"}:
        word, group, skip = said.get("kind", ""), said.get("group", ""), said.get("skip", False)
        if isinstance(word, str) and isinstance(group, str) and isinstance(skip, bool):
            meaning = _meaning_of(word, name) if word else Meaning()
            return meaning._replace(group=group, skip=skip or meaning.skip)
    raise Misread(say("“{project}” should be a kind, “skip”, or a table of group and kind.", project=shown(name)))


def _meaning_of(word: str, name: str) -> Meaning:
    """What a word says of a name: a kind, or that it is skipped. Raises Misread."""
    if folded(word) in SKIP:
        return Meaning(skip=True)
    meant = kind_of(word)
    if meant is None:
        raise Misread(
            say(
                "“{text}” is no kind; “{project}” may be contribution, meeting or watching.",
                text=shown(word),
                project=shown(name),
            )
        )
    return Meaning(*meant)


def parts_of(text: str) -> list[str]:
    """The parts of a map between its commas, those in double quotes left out."""
    parts, quoted = [""], False
    for sign in text:
        quoted ^= sign == '"'
        if sign == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]
