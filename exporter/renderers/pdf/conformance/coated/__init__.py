"""The profile of four-colour offset on coated paper, and how it was made."""
