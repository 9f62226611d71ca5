"""The door: makes the clock and the home, and opens the face that was asked for."""

from __future__ import annotations


def main() -> int:
    """Run planner; returns the exit code."""
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
