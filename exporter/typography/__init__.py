"""From marks as sent to the marks of the language."""

from exporter.typography.hyphenation import Hyphenator, hyphenator
from exporter.typography.refinement import refine

__all__ = ["Hyphenator", "hyphenator", "refine"]
