"""How many of planner's branches the tests went through, after a run with ``--cov``; an exit code of 1 below the floor.

    python -m tests.coverage_floor

coverage.py has a floor of its own, but over lines and branches together, where lines hide what branches lack.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from coverage import Coverage
from coverage.exceptions import CoverageException

#: Per cent of all branches but those of the screens.
FLOOR = 95.0

#: So many of the files with the most branches that no test took are named.
NAMED = 10


def main() -> int:
    """Say how many, and where most are missing."""
    try:
        found = _measured()
    except CoverageException as problem:
        print(f"Nothing was measured: {problem} Run the tests with --cov first.", file=sys.stderr)
        return 1
    taken, branches = found["totals"]["covered_branches"], found["totals"]["num_branches"]
    missed = sorted((-file["summary"]["missing_branches"], name) for name, file in found["files"].items())
    for count, name in missed[:NAMED]:
        print(f"{-count:5} not taken in {name}")
    share = 100 * taken / branches
    print(f"{taken} of {branches} branches are taken, {share:.1f} %; the floor is {FLOOR:g} %.")
    return int(share < FLOOR)


def _measured() -> dict[str, Any]:
    measured = Coverage()
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "coverage.json")
        measured.json_report(outfile=str(path))
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    raise SystemExit(main())
