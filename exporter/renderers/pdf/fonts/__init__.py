"""Fonts: instances of variable files, shaping, fallback and embedding."""
