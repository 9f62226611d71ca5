"""Other programs' files, in and out, through the desk."""
