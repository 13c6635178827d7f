"""The physical layer of plain text: bytes to characters, characters to lines."""
