"""git, which carries a home between machines: how it is run, the repository that a home is, and what bars the way."""
