"""The read models of a week: report, draft, pace, progress, and the log as a book."""
