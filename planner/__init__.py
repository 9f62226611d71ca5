"""planner: weekly minutes for a few professional groups, spent on people rather than on watching."""

__version__ = "0.1.0"
