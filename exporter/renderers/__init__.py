"""The backends, and the contract that each of them keeps."""

from exporter.renderers.contract import Profile, Renderer, RenderOptions, Rendition
from exporter.renderers.registry import FORMATS, Format, renderer

__all__ = ["FORMATS", "Format", "Profile", "RenderOptions", "Renderer", "Rendition", "renderer"]
