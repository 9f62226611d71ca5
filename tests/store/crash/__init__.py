"""Crash states: what a disk may hold after every system call of a change, and what planner makes of it."""
