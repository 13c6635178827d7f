"""Pictures: from the bytes that came with a story to image objects that a press can print."""
