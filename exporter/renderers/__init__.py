"""The backends, and the contract that each of them keeps."""

from exporter.renderers.contract import (
    HouseTemplate,
    Profile,
    Renderer,
    RenderOptions,
    Rendition,
    Trace,
)
from exporter.renderers.registry import FORMATS, Format, is_printed, renderer

__all__ = [
    "FORMATS", "Format", "HouseTemplate", "Profile", "RenderOptions", "Renderer", "Rendition",
    "Trace", "is_printed", "renderer",
]  # fmt: skip
