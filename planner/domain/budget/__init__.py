"""Sharing the minutes she has: the plan that is proposed, and the groups that fit."""
