"""Templates as houses make them, and as nobody should send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from exporter.renderers import HouseTemplate
from tests.renderers.pictures import png

LOGO = png(120, 40)
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def courier(*, first_page: bool = True) -> docx.document.Document:
    """The Harbour Courier's letterhead: green headlines, a logo above, square bullets.

    Its identifiers are those of a German Word; its text is in Normal.
    """
    house = docx.Document()
    styles = house.styles
    for style in list(styles):
        if style.name not in ("Normal", "Title", "Heading 2", "List Bullet", "List Number",
                              "Header", "Footer", "Caption", "Default Paragraph Font",
                              "Normal Table", "No List"):  # fmt: skip
            style.delete()
    styles["Normal"].font.name, styles["Normal"].font.size = "Georgia", Pt(11)
    styles["Title"].font.color.rgb = RGBColor(0x0A, 0x6B, 0x3D)
    styles["Title"].font.size = Pt(30)
    styles["Title"].element.set(qn("w:styleId"), "Titel")
    styles["Heading 2"].element.set(qn("w:styleId"), "berschrift2")
    byline = styles.add_style("Byline", WD_STYLE_TYPE.PARAGRAPH)
    byline.font.italic = True
    section = house.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.left_margin = section.right_margin = Mm(40)
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "The Harbour Courier"
    section.footer.paragraphs[0].text = "Quay Street 1"
    if first_page:
        section.different_first_page_header_footer = True
        first = section.first_page_header.paragraphs[0]
        first.add_run().add_picture(io.BytesIO(LOGO), height=Mm(12))
        first.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    house.add_paragraph("Dear reader, write here.")
    return house


def content(house: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    file = io.BytesIO()
    house.save(file)
    return file.getvalue()


def template(house: docx.document.Document) -> HouseTemplate:
    """What the renderer is given."""
    return HouseTemplate("courier.dotx", changed(content(house), _as_template))


def _as_template(name: str, data: bytes) -> bytes:
    if name == "[Content_Types].xml":
        return data.replace(_DOCUMENT_TYPE.encode(), TEMPLATE_TYPE.encode())
    return data


def changed(data: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The zip file with each member changed, and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, added in more.items():
            new.writestr(name, added)
    return out.getvalue()


def with_header_of(xml: str) -> bytes:
    """A template in whose head stands this markup."""
    house = courier(first_page=False)
    paragraph = house.sections[0].header.paragraphs[0]
    paragraph._p.append(parse_xml(xml.replace("<w:r>", f"<w:r {nsdecls('w', 'r')}>", 1)))
    return content(house)


def with_header_relating_to(kind: str, target: str) -> bytes:
    """A template whose head relates to something outside."""
    house = courier(first_page=False)
    house.sections[0].header.part.relate_to(target, kind, is_external=True)
    return content(house)


def with_link(target: str) -> bytes:
    """A template in whose head stands a link."""
    return with_header_relating_to(RT.HYPERLINK, target)
