"""The formats that planner reads, a file each; a file that has a ``FORMAT`` is one."""
