"""Screens: each composes widgets, names its keys, and asks the desk."""
