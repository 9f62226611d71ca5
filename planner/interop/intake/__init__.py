"""The one way in: other programs' files are opened, read as a stream of drafts, mapped, paired with the home, shown."""
