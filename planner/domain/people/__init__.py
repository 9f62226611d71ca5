"""People as the log tells them: ties, steps, appointments, doubles."""
