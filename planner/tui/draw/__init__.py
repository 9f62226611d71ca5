"""Pictures as plain values: what a screen shows, as rows of text and roles. Nothing here knows widgets or the desk."""
