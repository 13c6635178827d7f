"""What the cases of the archive's codes have in common."""

KILL = "BULLETIN KILL\nEditors: Kill the story slugged BC-Oslo-Talks. A kill is mandatory.\n"
