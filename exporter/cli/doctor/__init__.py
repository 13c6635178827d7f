"""What the program finds on this machine of all that it works with."""
