"""Setting: from a passage's words to justified lines."""
