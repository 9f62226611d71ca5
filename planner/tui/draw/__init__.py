"""Pictures as plain values: what a screen shows, as rows of text and roles. Nothing here knows of widgets or the desk."""
