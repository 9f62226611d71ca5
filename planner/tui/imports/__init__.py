"""The Imports screen."""
