"""What several screens can do: log a line, plan, paste, select, settle."""
