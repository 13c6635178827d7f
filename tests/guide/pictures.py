"""The README's pictures of the seed: docs/pictures, by `python -m tests.guide.pictures`.

Poppler draws the PDF, Chromium the book, LibreOffice the Word file, all of them with the fonts that
the exporter brings. Pictures are small and of few greys: a clone has them all.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from PIL import Image, ImageOps

import exporter
from exporter.stylesheet.wheels import family_file

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
SEED = ROOT / "seeds" / "000_dba3573e3b48f2a6.txt"
LARGEST = 60_000  # bytes
HEIGHT = 680  # pixels
SCREEN_HEIGHT = 560  # of the book's two screens
_GREYS = 12
_RULE = 0xC8
_SCREEN = (440, 680)  # of a small reading device, in CSS pixels
_FAMILIES = ("Source Serif 4", "Source Sans 3")
_WEIGHTS = (400, 700)
_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same">
    <family>serif</family><prefer><family>Source Serif 4</family></prefer>
  </alias>
  <alias binding="same">
    <family>sans-serif</family><prefer><family>Source Sans 3</family></prefer>
  </alias>
</fontconfig>
"""


def make() -> dict[str, bytes]:
    """The pictures by their names, as PNG."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        variables = {**os.environ, "FONTCONFIG_FILE": str(_fontconfig(folder)), "HOME": name}
        for kind in ("pdf", "epub", "docx"):
            rendition = exporter.export(SEED, format=kind)
            (folder / f"seed.{kind}").write_bytes(rendition.content)
        (folder / "word").mkdir()
        _run(
            variables, "soffice", "--headless", "--convert-to", "pdf", "--outdir",
            str(folder / "word"), str(folder / "seed.docx"),
        )  # fmt: skip
        return {
            "pdf.png": _png(_first_page(folder / "seed.pdf")),
            "docx.png": _png(_first_page(folder / "word" / "seed.pdf")),
            "epub.png": _png(_book(folder, variables), SCREEN_HEIGHT),
        }


def _fontconfig(folder: Path) -> Path:
    """Settings by which programs see the exporter's families, and no others.

    Fonts of one weight each: of a variable font LibreOffice takes the lightest.
    """
    fonts = folder / "fonts"
    fonts.mkdir()
    for family, weight, italic in product(_FAMILIES, _WEIGHTS, (False, True)):
        file = family_file(family, weight, italic=italic)
        if file is not None:
            _instance(Path(file), weight).save(fonts / f"{family} {weight} {italic}.ttf")
    path = folder / "fonts.conf"
    path.write_text(_FONTS.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    return path


def _instance(file: Path, weight: int) -> TTFont:
    font = TTFont(file)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
    return instantiateVariableFont(font, axes, updateFontNames=True)


def _run(variables: dict[str, str], *command: str) -> None:
    subprocess.run(command, env=variables, check=True, capture_output=True, timeout=180)


def _first_page(pdf: Path) -> Image.Image:
    _run(
        dict(os.environ), "pdftoppm", "-png", "-singlefile", "-scale-to-x", "-1", "-scale-to-y",
        str(HEIGHT * 2), str(pdf), str(pdf.with_suffix("")),
    )  # fmt: skip
    return Image.open(pdf.with_suffix(".png"))


def _book(folder: Path, variables: dict[str, str]) -> Image.Image:
    """The cover and the beginning of the story, side by side as on two screens."""
    with zipfile.ZipFile(folder / "seed.epub") as book:
        book.extractall(folder / "book")
    screens = [_screen(folder, page, variables) for page in _pages(folder / "book")]
    width = sum(screen.width for screen in screens)
    both = Image.new("L", (width, screens[0].height), 255)
    left = 0
    for screen in screens:
        both.paste(screen, (left, 0))
        left += screen.width
    return both


def _pages(book: Path) -> Iterator[Path]:
    for name in ("cover", "story"):
        yield next(book.rglob(f"*{name}*.xhtml"))


def _screen(folder: Path, page: Path, variables: dict[str, str]) -> Image.Image:
    shot = folder / f"{page.stem}.png"
    width, height = _SCREEN
    _run(
        variables, "chromium", "--headless=new", "--no-sandbox", "--hide-scrollbars",
        "--force-device-scale-factor=2", f"--window-size={width},{height}",
        f"--screenshot={shot}", page.as_uri(),
    )  # fmt: skip
    screen = Image.open(shot).convert("L")
    return ImageOps.expand(screen, border=2, fill=_RULE)


def _png(picture: Image.Image, height: int = HEIGHT) -> bytes:
    """A picture in few greys, with a rule around it: pages are white, and so are screens."""
    grey = picture.convert("L")
    width = round(grey.width * height / grey.height)
    small = grey.resize((width, height), Image.Resampling.LANCZOS)
    ruled = ImageOps.expand(small, border=1, fill=_RULE)
    content = io.BytesIO()
    ruled.quantize(_GREYS).save(content, "png", optimize=True)
    return content.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in make().items():
        if len(content) > LARGEST:
            sys.exit(f"{name} has {len(content):,} bytes; at most {LARGEST:,} are kept")
        (FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
