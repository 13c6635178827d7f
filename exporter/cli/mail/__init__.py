"""What the command `mail` carries out: stories, the message, and where it goes."""
