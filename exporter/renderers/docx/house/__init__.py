"""A house's own Word template: opened with care, its styles, pages, head and foot taken over."""

from exporter.renderers.docx.house.dressing import Dresser, Heads
from exporter.renderers.docx.house.fields import field_results
from exporter.renderers.docx.house.housefile import HouseFile, house_file
from exporter.renderers.docx.house.housepage import fitted, house_sheet

__all__ = ["Dresser", "Heads", "HouseFile", "field_results", "fitted", "house_file", "house_sheet"]
