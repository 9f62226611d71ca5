"""The Companies screen."""
