"""The Trends screen."""
