"""The members of the book, written by ebooklib into memory instead of its own zip file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ebooklib import epub
from lxml import etree

from exporter.container import Member, Packed, pack, packed
from exporter.renderers.contract import UNDATED
from exporter.renderers.epub.blocks import Heading
from exporter.renderers.epub.coverfile import CoverFile
from exporter.renderers.epub.css import Sheets
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.navigation import COVER, NAVIGATION, STORY
from exporter.renderers.epub.package import PREFIX, Entry
from exporter.renderers.epub.page import MODERN_STYLE, STYLE
from exporter.renderers.epub.pagebreaks import identifier
from exporter.renderers.epub.pictures import Picture
from exporter.renderers.epub.typecase import Sort
from exporter.values import Value

MEDIA_TYPE = "application/epub+zip"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_IBOOKS = ("ibooks", "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/")
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_XHTML = "application/xhtml+xml"
_MIMETYPE = packed(Member("mimetype", MEDIA_TYPE.encode(), stored=True))
# What all books, and all books in one style, have in common.
_SHARED = frozenset({epub.CONTAINER_PATH, f"EPUB/{STYLE}", f"EPUB/{MODERN_STYLE}"})


class Parts(Value, kw_only=True):
    """The finished parts of a book; titles are plain text on one line."""

    identifier: str
    modified: str
    language: Language
    generator: str
    title: str
    cover_label: str
    story_label: str
    metadata: tuple[Entry, ...]
    contents_label: str
    headings: tuple[Heading, ...]
    pages: tuple[int, ...]
    story: str
    cover: str
    cover_image: CoverFile
    navigation: str
    style: Sheets
    pictures: tuple[Picture, ...]
    fonts: tuple[Sort, ...]


def book(parts: Parts) -> bytes:
    """The EPUB file: mimetype first and uncompressed (OCF 3.3, 4.2.3), no clock anywhere."""
    members = _Writer(_assembled(parts), parts).members()
    return pack((_MIMETYPE, *members))


class _Page(epub.EpubHtml):  # type: ignore[misc]  # ebooklib has no types
    """A finished XHTML document: ebooklib would read it as HTML and write it anew."""

    def get_content(self, default: bytes | None = None) -> bytes:
        return bytes(self.content)


class _Members:
    """Takes what ebooklib writes into a zip file."""

    def __init__(self) -> None:
        self.taken: list[Member | Packed] = []

    def writestr(self, name: str, data: bytes | str) -> None:
        member = Member(name, data.encode() if isinstance(data, str) else data)
        self.taken.append(_kept(member) if name in _SHARED else member)


@lru_cache(maxsize=16)
def _kept(member: Member) -> Packed:
    """A member that many books have, deflated once."""
    return packed(member)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer, with a navigation document and package attributes of our own."""

    def __init__(self, assembled: epub.EpubBook, parts: Parts) -> None:
        # The clock is read unless a date is given; the exact one is put in below.
        super().__init__(None, assembled, {"mtime": UNDATED, "package_direction": True})
        self._parts = parts

    def members(self) -> Iterable[Member | Packed]:
        """All members but the mimetype."""
        self.out = _Members()
        self._write_container()
        self._write_opf()
        self._write_items()
        return self.out.taken

    def _get_nav(self, item: epub.EpubNav) -> bytes:
        return bytes(item.content)

    def _get_ncx(self) -> bytes:
        """The NCX, with what ebooklib leaves out: depth, language and the list of pages."""
        root = etree.fromstring(super()._get_ncx())
        root.set(_XML_LANG, self._parts.language.tag)
        pages = self._parts.pages
        told = {
            "dtb:depth": 2 if self._parts.headings else 1,
            "dtb:totalPageCount": len(pages),
            "dtb:maxPageNumber": len(pages),
        }
        for meta in root.iter("{*}meta"):
            if (value := told.get(meta.get("name", ""))) is not None:
                meta.set("content", str(value))
        if pages:
            root.append(_page_list(pages))
        return etree.tostring(root, encoding="utf-8", xml_declaration=True)

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set(_XML_LANG, self._parts.language.tag)
        modified = next(root.iter("{*}meta", "meta"))
        modified.text = self._parts.modified
        super()._write_opf_file(root)


def _page_list(pages: tuple[int, ...]) -> etree._Element:
    """Where the PDF's pages begin, as NCX has it (OPF 2.0.1, 2.4.1)."""
    found = etree.Element(f"{_NCX}pageList")
    for page in pages:
        target = etree.SubElement(
            found, f"{_NCX}pageTarget", id=f"nav-{identifier(page)}", type="normal", value=str(page)
        )
        label = etree.SubElement(target, f"{_NCX}navLabel")
        etree.SubElement(label, f"{_NCX}text").text = str(page)
        etree.SubElement(target, f"{_NCX}content", src=f"{STORY}#{identifier(page)}")
    return found


def _assembled(parts: Parts) -> epub.EpubBook:
    made = epub.EpubBook()
    made.set_identifier(parts.identifier)
    made.title = parts.title
    made.language = parts.language.tag
    made.set_direction(parts.language.direction)
    made.add_prefix(*PREFIX)
    if parts.fonts:
        # Without it Apple Books takes its own fonts (Asset Guide 5.3, Fonts).
        made.add_prefix(*_IBOOKS)
        made.add_metadata("OPF", "meta", "true", {"property": "ibooks:specified-fonts"})
    _add_metadata(made, parts)
    made.spine = _add_items(made, parts)
    _add_contents(made, parts)
    return made


def _add_metadata(made: epub.EpubBook, parts: Parts) -> None:
    generator = {"name": "generator", "content": parts.generator}
    made.set_unique_metadata("OPF", "generator", "", generator)
    # Readers of EPUB 2 find the cover by this name.
    made.add_metadata("OPF", "cover", "", {"name": "cover", "content": "cover-image"})
    for entry in parts.metadata:
        attributes = {
            (_XML_LANG if name == "xml:lang" else name): value
            for name, value in entry.attributes.items()
        }
        namespace = "DC" if entry.element else "OPF"
        made.add_metadata(namespace, entry.element or "meta", entry.value, attributes)


def _add_items(made: epub.EpubBook, parts: Parts) -> list[_Page | tuple[epub.EpubNav, str]]:
    cover, story = (
        _Page(uid=uid, file_name=name, media_type=_XHTML, content=text.encode(), title=parts.title)
        for uid, name, text in (("cover", COVER, parts.cover), ("story", STORY, parts.story))
    )
    drawn = parts.cover_image
    image = epub.EpubCover(uid="cover-image", file_name=drawn.name)
    image.media_type, image.content = drawn.media_type, drawn.content
    nav = epub.EpubNav()
    nav.content = parts.navigation.encode()
    plain = epub.EpubItem("style", STYLE, "text/css", parts.style.plain.encode())
    of_today = "".join(font.rule for font in parts.fonts) + parts.style.modern
    modern = epub.EpubItem("modern-style", MODERN_STYLE, "text/css", of_today.encode())
    pictures = (
        epub.EpubItem(f"picture-{number}", picture.name, picture.media_type, picture.content)
        for number, picture in enumerate(parts.pictures, start=1)
    )
    fonts = (
        epub.EpubItem(f"font-{number}", font.name, font.media_type, font.content)
        for number, font in enumerate(parts.fonts, start=1)
    )
    for item in (cover, story, nav, epub.EpubNcx(), plain, modern, image, *pictures, *fonts):
        made.add_item(item)
    # Landmarks lead to the contents, so that they are of the spine; nobody leafs through them.
    return [cover, story, (nav, "no")]


def _add_contents(made: epub.EpubBook, parts: Parts) -> None:
    """The table of contents and the guide that readers of EPUB 2 look for."""
    story = epub.Link(STORY, parts.title, "nav-story")
    sections = [
        epub.Link(f"{STORY}#{heading.identifier}", heading.text, f"nav-{heading.identifier}")
        for heading in parts.headings
    ]
    cover = epub.Link(COVER, parts.cover_label, "nav-cover")
    made.toc = [cover, (story, sections) if sections else story]
    made.guide = [
        {"type": "cover", "title": parts.cover_label, "href": COVER},
        {"type": "toc", "title": parts.contents_label, "href": f"{NAVIGATION}#toc"},
        {"type": "text", "title": parts.story_label, "href": STORY},
    ]
