"""The help page over a screen."""
