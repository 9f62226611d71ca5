"""The one way to find anything, over what is in front."""
