"""The backends, and the contract that each of them keeps."""

from exporter.renderers.contract import HouseTemplate, Profile, Renderer, RenderOptions, Rendition
from exporter.renderers.registry import FORMATS, Format, renderer

__all__ = [
    "FORMATS", "Format", "HouseTemplate", "Profile", "RenderOptions", "Renderer", "Rendition",
    "renderer",
]  # fmt: skip
