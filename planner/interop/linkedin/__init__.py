"""The archive that LinkedIn hands out of an account: what she did there, and whom she knows, before planner."""
