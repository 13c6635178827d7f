"""The user guide: its pages, on a terminal and as a man page."""
