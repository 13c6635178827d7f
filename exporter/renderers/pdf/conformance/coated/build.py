"""Makes `fogra39-compact.icc` beside this file, and measures it.

    python -m exporter.renderers.pdf.conformance.coated.build [FOGRA39L.ti3]

It needs Argyll CMS (`colprof`, `xicclu`) and the characterisation data, in Debian the packages
`argyll` and `icc-profiles-free`; the exporter itself needs neither. `colprof` makes the full
profile of a third of a megabyte, `xicclu` looks colours up in it, and here it is sampled to small
tables: device to Lab fitted to many colours rather than sampled at its nodes, which takes a
quarter off the error; Lab to device by inverting the full profile's forward table, with a total
of 300 % of ink; and the gamut as the distance from its surface, cut at the surface by the table's
output curve, so that a coarse table still tells inside from outside.
"""

from __future__ import annotations

import itertools
import math
import random  # noqa: TID251 - seeded, and no output is made by this
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from exporter.renderers.pdf.conformance import icc
from exporter.renderers.pdf.conformance.coated.difference import ciede2000

Colour = tuple[float, ...]

DATA = Path("/usr/share/color/icc/FOGRA39L.ti3")
PLACE = Path(__file__).with_name("fogra39-compact.icc")
# Percent; ISO 12647-2 presses and ECI's profiles of this condition take 300 to 330.
INK_LIMIT = 300
# Nodes along each axis: fewer cost accuracy, more cost bytes in every file.
DEVICE_GRID, LAB_GRID, GAMUT_GRID = 6, 11, 13
# The a and b axes of the Lab tables reach from -96 to 96: the gamut ends before 96.
REACH = 96
# The gamut table's nodes hold distances from the surface, in halves of CIELAB units around 128, no
# farther than a cell is wide: that is enough to place the surface, and what is all the same
# deflates to little. What is outside by no more than TOLERANCE is rounding.
STEP, FARTHEST, TOLERANCE = 2, 24, 1.0
SAMPLES, ROUNDS = 12_000, 30
_IDENTITY = bytes(range(256))
_LICENCE = "zlib licence. An altered version of FOGRA39L data (www.fogra.org), by Argyll CMS"


def main() -> None:
    """Make the profile and print how exact it is."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    with tempfile.TemporaryDirectory() as folder:
        full = Lookup(_full_profile(data, Path(folder)))
        content = compact(full, white_point(data))
        PLACE.write_bytes(content)
        print(f"{len(content)} bytes, {len(zlib.compress(content, 9))} deflated")
        measure(full, Lookup(PLACE), data)


class Lookup:
    """Colours looked up in a profile by Argyll's xicclu; device values from 0 to 1."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile

    def lab(self, device: Sequence[Colour], intent: str = "r") -> list[Colour]:
        """CIELAB of device values, by relative (r) or absolute (a) colorimetry."""
        return self._ask(device, "-ff", f"-i{intent}", "-pl")

    def device(self, lab: Sequence[Colour]) -> list[Colour]:
        """Device values by the profile's own backward table."""
        return self._ask(lab, "-fb", "-ir", "-pl")

    def inverse(self, lab: Sequence[Colour]) -> list[Colour]:
        """Device values by inverting the forward table, the nearest for what is out of gamut."""
        return self._ask(lab, "-fif", "-ir", "-pl", "-kr", f"-l{INK_LIMIT}")

    def gamut(self, lab: Sequence[Colour]) -> list[float]:
        """The gamut table's answers: 0 inside."""
        return [answer[0] for answer in self._ask(lab, "-fg", "-ir", "-pl")]

    def _ask(self, colours: Sequence[Colour], *options: str) -> list[Colour]:
        lines = "".join(" ".join(f"{part:.6f}" for part in colour) + "\n" for colour in colours)
        command = ["xicclu", "-v0", *options, str(self._profile)]
        said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        return [tuple(map(_number, line.split())) for line in said.stdout.splitlines()]


def _number(word: str) -> float:
    """A number, and 0 for the remark that a colour was clipped, which stands last."""
    return float(word) if word[-1].isdigit() else 0.0


def _full_profile(data: Path, folder: Path) -> Path:
    source = folder / "full.ti3"
    source.write_bytes(data.read_bytes())
    options = ("-qm", "-bm", "-kr", f"-l{INK_LIMIT}")
    subprocess.run(["colprof", *options, str(source.with_suffix(""))], check=True)
    return source.with_suffix(".icc")


def compact(full: Lookup, white: Colour) -> bytes:
    """The small profile of a full one."""
    forward = _forward(full)
    backward, gamut = _backward(full)
    return icc.profile(
        b"prtr",
        b"CMYK",
        b"Lab ",
        {
            "desc": icc.description("Coated FOGRA39L, compact"),
            "cprt": icc.text(_LICENCE),
            "wtpt": icc.xyz(*white),
            **dict.fromkeys(("A2B0", "A2B1", "A2B2"), forward),
            **dict.fromkeys(("B2A0", "B2A1", "B2A2"), backward),
            "gamt": gamut,
        },
    )


# -- device to Lab ------------------------------------------------------------------------------


def _forward(full: Lookup) -> bytes:
    steps = [index / (DEVICE_GRID - 1) for index in range(DEVICE_GRID)]
    corners = list(itertools.product(steps, repeat=4))
    nodes = [list(colour) for colour in full.lab(corners)]
    # Paper, solids and overprints stay what they are.
    fixed = {index for index, device in enumerate(corners) if {0, 1}.issuperset(device)}
    samples = _devices(random.Random(39), SAMPLES)  # noqa: S311
    places = [_place(device, DEVICE_GRID) for device in samples]
    _fit(nodes, fixed, places, full.lab(samples))
    return _table(DEVICE_GRID, [_IDENTITY] * 4, [_lab8(node) for node in nodes], [_IDENTITY] * 3)


def _devices(chance: random.Random, count: int) -> list[Colour]:
    """Device colours, a third of their parts without ink or solid: edges count in print."""

    def part() -> float:
        choice = chance.random()
        return 0.0 if choice < 0.25 else 1.0 if choice > 0.93 else chance.random()

    return [(part(), part(), part(), part()) for _ in range(count)]


def _place(position: Sequence[float], grid: int) -> list[tuple[int, float]]:
    """The nodes around a position, and the weight of each in multilinear interpolation."""
    cells = []
    for part in position:
        at = part * (grid - 1)
        low = min(int(at), grid - 2)
        cells.append(((low, 1 - at + low), (low + 1, at - low)))
    found = []
    for ends in itertools.product(*cells):
        index, weight = 0, 1.0
        for node, share in ends:
            index, weight = index * grid + node, weight * share
        if weight:
            found.append((index, weight))
    return found


def _fit(
    nodes: list[list[float]],
    fixed: set[int],
    places: Sequence[list[tuple[int, float]]],
    wanted: Sequence[Colour],
) -> None:
    """Move the nodes so that what is interpolated between them errs least (Landweber's way)."""
    weights = [1e-9] * len(nodes)
    for place in places:
        for index, weight in place:
            weights[index] += weight
    for _ in range(ROUNDS):
        moves = [[0.0, 0.0, 0.0] for _ in nodes]
        for place, aim in zip(places, wanted, strict=True):
            for part in range(3):
                error = aim[part] - sum(nodes[index][part] * weight for index, weight in place)
                for index, weight in place:
                    moves[index][part] += weight * error
        for index, move in enumerate(moves):
            if index not in fixed:
                for part in range(3):
                    nodes[index][part] += move[part] / weights[index]


def _lab8(lab: Sequence[float]) -> list[int]:
    """The 8-bit encoding of a Lab colour (ICC.1:2001-04, annex A.3)."""
    parts = (lab[0] * 2.55, lab[1] + 128, lab[2] + 128)
    return [min(max(round(part), 0), 255) for part in parts]


# -- Lab to device, and the gamut ---------------------------------------------------------------


def _backward(full: Lookup) -> tuple[bytes, bytes]:
    inputs = [_IDENTITY, _opponent_curve(), _opponent_curve()]
    inks = full.inverse(_lab_nodes(LAB_GRID))
    backward = _table(
        LAB_GRID, inputs, [[round(part * 255) for part in ink[:4]] for ink in inks], [_IDENTITY] * 4
    )
    distances = [[_distance8(each)] for each in _distances(full, _lab_nodes(GAMUT_GRID))]
    within = 128 + int(STEP * TOLERANCE)
    cut = bytes(0 if step <= within else 255 for step in range(256))
    return backward, _table(GAMUT_GRID, inputs, distances, [cut])


def _opponent_curve() -> bytes:
    """From the 8-bit encoding of a or b to its place among the nodes."""
    places = (((code - 128) / REACH + 1) / 2 for code in range(256))
    return bytes(round(min(max(place, 0), 1) * 255) for place in places)


def _lab_nodes(grid: int) -> list[Colour]:
    """The colours that the curves put on the nodes: rounding included."""
    lightness = [100 * index / (grid - 1) for index in range(grid)]
    opponent = [_opponent_at(255 * index / (grid - 1)) for index in range(grid)]
    return list(itertools.product(lightness, opponent, opponent))


def _opponent_at(place: float) -> float:
    curve = _opponent_curve()
    for code, (low, high) in enumerate(itertools.pairwise(curve)):
        if low <= place <= high and high > low:
            return code - 128 + (place - low) / (high - low)
    raise ValueError(place)


def _distances(full: Lookup, colours: Sequence[Colour]) -> Iterator[float]:
    """How far each colour is from the gamut's surface, in CIELAB units, negative inside."""
    nearest = full.lab([ink[:4] for ink in full.inverse(colours)])
    outside = [math.dist(one, other) for one, other in zip(colours, nearest, strict=True)]
    surface = [near for near, far in zip(nearest, outside, strict=True) if far > TOLERANCE]
    for colour, distance in zip(colours, outside, strict=True):
        inside = min(math.dist(colour, point) for point in surface)
        yield distance if distance > TOLERANCE else -inside


def _distance8(distance: float) -> int:
    return round(128 + STEP * min(max(distance, -FARTHEST), FARTHEST))


def _table(
    grid: int, inputs: Sequence[bytes], nodes: Sequence[Sequence[int]], outputs: Sequence[bytes]
) -> bytes:
    """A lut8Type (ICC.1:2001-04, 6.5.8): curves of 256 bytes each, and the nodes.

    The last input of the nodes varies fastest.
    """
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    head = b"mft1\0\0\0\0" + bytes((len(inputs), len(outputs), grid, 0)) + identity
    return b"".join((head, *inputs, *(bytes(node) for node in nodes), *outputs))


# -- measuring ----------------------------------------------------------------------------------


def white_point(data: Path) -> Colour:
    """The XYZ of paper, 1 being the illuminant's Y."""
    return next(xyz for device, xyz, _ in _patches(data) if not any(device))


def _patches(data: Path) -> list[tuple[Colour, Colour, Colour]]:
    """Device values, XYZ and CIELAB of each measured patch (ISO 12642-2)."""
    body = data.read_text("utf-8").split("BEGIN_DATA\n")[1].split("END_DATA")[0]
    rows = [list(map(float, line.split()[1:])) for line in body.splitlines()]
    return [
        (tuple(p / 100 for p in row[:4]), tuple(p / 100 for p in row[4:7]), tuple(row[7:10]))
        for row in rows
    ]


def measure(full: Lookup, small: Lookup, data: Path) -> None:
    """Print how far the small profile is from the data and from the full profile."""
    patches = _patches(data)
    devices = [device for device, _, _ in patches]
    measured = [lab for _, _, lab in patches]
    _tell("A2B, full, against the data", measured, full.lab(devices, "a"))
    _tell("A2B, compact, against the data", measured, small.lab(devices, "a"))
    fresh = _devices(random.Random(47), 5000)  # noqa: S311
    _tell("A2B, compact, against full", full.lab(fresh), small.lab(fresh))
    black = [(0.0, 0.0, 0.0, step / 50) for step in range(51)]
    _tell("A2B, black alone", full.lab(black), small.lab(black))
    printable = [device for device in fresh if sum(device) <= INK_LIMIT / 100]
    colours = full.lab(printable)
    neutrals: list[Colour] = [(lightness, 0.0, 0.0) for lightness in range(16, 101)]
    for name, aims in (("colours", colours), ("neutrals", neutrals)):
        _tell(f"B2A full, {name}", aims, full.lab(full.device(aims)))
        _tell(f"B2A compact, {name}", aims, full.lab(small.device(aims)))
        _tell(f"B2A compact and A2B compact, {name}", aims, small.lab(small.device(aims)))
    _tell_gamut(full, small)


def _tell(name: str, wanted: Sequence[Colour], found: Sequence[Colour]) -> None:
    kinds: tuple[tuple[str, Callable[[Colour, Colour], float]], ...] = (
        ("ΔE00", ciede2000), ("ΔE76", math.dist),
    )  # fmt: skip
    figures = []
    for kind, difference in kinds:
        errors = sorted(difference(a[:3], b[:3]) for a, b in zip(wanted, found, strict=True))
        mean, high = sum(errors) / len(errors), errors[int(0.95 * len(errors))]
        figures.append(f"{kind} mean {mean:.2f}, 95 % {high:.2f}, most {errors[-1]:.2f}")
    print(f"{name} ({len(wanted)}): {'; '.join(figures)}")


def _tell_gamut(full: Lookup, small: Lookup) -> None:
    """How often the gamut table says what inverting the full profile says."""
    chance = random.Random(53)  # noqa: S311
    colours = [
        (chance.uniform(0, 100), chance.uniform(-100, 100), chance.uniform(-100, 100))
        for _ in range(3000)
    ]
    nearest = full.lab([ink[:4] for ink in full.inverse(colours)])
    outside = [math.dist(a, b) for a, b in zip(colours, nearest, strict=True)]
    said = [answer > 0 for answer in small.gamut(colours)]
    wrong = [far for far, out in zip(outside, said, strict=True) if out != (far > TOLERANCE)]
    missed = [far for far, out in zip(outside, said, strict=True) if far > TOLERANCE and not out]
    inside = sum(far <= TOLERANCE for far in outside)
    print(f"gamut: {len(colours)} colours, {inside} inside; {len(wrong)} judged wrongly, "
          f"{len(missed)} of them outside by {max(missed, default=0):.1f} at most")  # fmt: skip


if __name__ == "__main__":
    main()
