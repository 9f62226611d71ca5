"""Widgets: each draws one read model and says with a message what was asked of it. None of them calls the desk."""
