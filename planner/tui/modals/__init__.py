"""Modals: each asks for one thing and answers with it, or with None when it is left."""
