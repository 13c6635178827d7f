"""The output profiles, read by a reader of the tests' own."""

from __future__ import annotations

import itertools
import math
import struct
import zlib

import pytest

from exporter.renderers.pdf.conformance.coated.difference import ciede2000
from exporter.renderers.pdf.conformance.profile import (
    coated_profile,
    gray_profile,
    luminance,
    srgb_profile,
)

Colour = tuple[float, ...]

# What FOGRA39L says of paper, the solids and their overprints, in CIELAB, absolute.
FOGRA39 = {
    (0, 0, 0, 0): (95.00, 0.00, -2.00),
    (1, 0, 0, 0): (55.00, -37.00, -50.00),
    (0, 1, 0, 0): (48.00, 74.00, -3.00),
    (0, 0, 1, 0): (89.00, -5.00, 93.00),
    (0, 0, 0, 1): (16.00, 0.00, 0.00),
    (0, 1, 1, 0): (47.00, 68.00, 48.00),
    (1, 0, 1, 0): (50.00, -65.00, 27.00),
    (1, 1, 0, 0): (24.00, 22.00, -46.00),
}
# Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula (2005), table 1.
PAIRS = (
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
)


def tags(profile: bytes) -> dict[str, bytes]:
    """The tags of a profile, by their signatures."""
    count = int.from_bytes(profile[128:132], "big")
    found = {}
    for index in range(count):
        signature, offset, size = struct.unpack_from(">4sII", profile, 132 + 12 * index)
        found[signature.decode()] = profile[offset : offset + size]
    return found


def looked_up(table: bytes, colour: Colour) -> Colour:
    """What a lut8Type gives for a colour, all numbers from 0 to 1."""
    inputs, outputs, grid = table[8:11]
    at = 48
    positions = []
    for part in colour:
        positions.append(_along(table[at : at + 256], part) * (grid - 1))
        at += 256
    nodes, curves = at, at + outputs * grid**inputs
    cells = [min(int(position), grid - 2) for position in positions]
    sums = [0.0] * outputs
    for corner in itertools.product((0, 1), repeat=inputs):
        index, weight = 0, 1.0
        for step, cell, position in zip(corner, cells, positions, strict=True):
            index = index * grid + cell + step
            weight *= position - cell if step else 1 - position + cell
        for part in range(outputs):
            sums[part] += weight * table[nodes + index * outputs + part] / 255
    return tuple(_along(table[curves + 256 * n :][:256], part) for n, part in enumerate(sums))


def _along(curve: bytes, part: float) -> float:
    low = min(int(part * 255), 254)
    return (curve[low] + (curve[low + 1] - curve[low]) * (part * 255 - low)) / 255


def lab(encoded: Colour) -> Colour:
    """A Lab colour from its 8-bit encoding."""
    return (100 * encoded[0], 255 * encoded[1] - 128, 255 * encoded[2] - 128)


def encoded(colour: Colour) -> Colour:
    """A Lab colour in its 8-bit encoding."""
    return (colour[0] / 100, (colour[1] + 128) / 255, (colour[2] + 128) / 255)


def absolute(relative: Colour, white: Colour) -> Colour:
    """A media-relative Lab colour as the illuminant sees it (ICC.1:2001-04, annex E.3)."""
    fy = (relative[0] + 16) / 116
    parts = (fy + relative[1] / 500, fy, fy - relative[2] / 200)
    illuminant = (0.9642, 1.0, 0.8249)
    xyz = [_cube(f) * w for f, w in zip(parts, white, strict=True)]
    fx, fy, fz = (_root(x / i) for x, i in zip(xyz, illuminant, strict=True))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))


def _cube(f: float) -> float:
    return f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29)


def _root(t: float) -> float:
    return float(t ** (1 / 3)) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29


@pytest.fixture(scope="module")
def coated() -> dict[str, bytes]:
    return tags(coated_profile())


@pytest.mark.parametrize(
    ("profile", "device", "space"),
    [
        (gray_profile(), b"prtr", b"GRAY"),
        (coated_profile(), b"prtr", b"CMYK"),
        (srgb_profile(), b"mntr", b"RGB "),
    ],
)
def test_a_profile_says_what_it_is(profile: bytes, device: bytes, space: bytes) -> None:
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert (profile[12:16], profile[16:20], profile[36:40]) == (device, space, b"acsp")
    assert {"desc", "cprt", "wtpt"} <= set(tags(profile))


def test_each_is_small_in_the_file() -> None:
    sizes = [
        len(zlib.compress(profile, 6))
        for profile in (gray_profile(), srgb_profile(), coated_profile())
    ]
    assert sizes[0] < 1024
    assert sizes[1] < 1024
    assert sizes[2] < 12 * 1024


def test_the_coated_profile_has_every_table_of_an_output_profile(coated: dict[str, bytes]) -> None:
    # ICC.1:2001-04, 6.3.3.2.
    wanted = {f"{way}{n}" for way in ("A2B", "B2A") for n in range(3)} | {"gamt"}
    assert wanted <= set(coated)
    assert b"zlib" in coated["cprt"]
    assert b"altered" in coated["cprt"]


@pytest.mark.parametrize(("inks", "measured"), FOGRA39.items())
def test_solids_and_paper_look_as_measured(
    coated: dict[str, bytes], inks: Colour, measured: Colour
) -> None:
    white = tuple(part / 65536 for part in struct.unpack(">3i", coated["wtpt"][8:20]))
    found = absolute(lab(looked_up(coated["A2B1"], inks)), white)
    assert ciede2000(found, measured) < 0.8


@pytest.mark.parametrize("lightness", [20, 40, 60, 80, 95])
def test_a_neutral_comes_back_as_it_went(coated: dict[str, bytes], lightness: float) -> None:
    inks = looked_up(coated["B2A1"], encoded((lightness, 0, 0)))
    back = lab(looked_up(coated["A2B1"], inks))
    assert ciede2000(back, (lightness, 0, 0)) < 2
    assert sum(inks) <= 3.05


def test_the_gamut_tag_tells_inside_from_outside(coated: dict[str, bytes]) -> None:
    def outside(*colour: float) -> bool:
        return looked_up(coated["gamt"], encoded(colour))[0] > 0

    # Paper, greys, and inks that are neither solid nor pale: on the paper, so in the gamut.
    assert not outside(100, 0, 0)
    assert not any(outside(lightness, 0, 0) for lightness in range(20, 100, 10))
    for inks in itertools.product((0.2, 0.5, 0.7), repeat=3):
        assert not outside(*lab(looked_up(coated["A2B1"], (*inks, 0.1))))
    # Twice as far from grey as the solids, darker than black, and the primaries of a screen.
    for inks in FOGRA39:
        solid = lab(looked_up(coated["A2B1"], inks))
        if math.hypot(*solid[1:]) > 30:
            assert outside(solid[0], min(1.4 * solid[1], 120), min(1.4 * solid[2], 120))
    assert outside(2, 0, 0)
    assert outside(87.8, -79.3, 81.0)
    assert outside(29.6, 68.3, -112.0)


@pytest.mark.parametrize(("one", "other", "difference"), PAIRS)
def test_ciede2000_is_the_published_one(one: Colour, other: Colour, difference: float) -> None:
    assert ciede2000(one, other) == pytest.approx(difference, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(difference, abs=5e-5)


def test_the_gray_profile_prints_paper_as_paper_and_gains_tone_in_the_middle() -> None:
    assert luminance(1.0) == pytest.approx(1.0)
    assert luminance(0.0) < 0.03
    # A 50 % tint covers 66 %: half plus the tone value increase of 16 %.
    assert luminance(0.5) == pytest.approx(1 - 0.66 * (1 - luminance(0.0)), abs=1e-9)


def test_the_screen_s_primaries_sum_to_its_white() -> None:
    found = tags(srgb_profile())
    triples = [
        [part / 65536 for part in struct.unpack(">3i", found[f"{primary}XYZ"][8:20])]
        for primary in "rgb"
    ]
    assert [sum(parts) for parts in zip(*triples, strict=True)] == pytest.approx(
        [0.9642, 1.0, 0.8252], abs=2e-4
    )
