"""Our backends beside their peers, in one run: `python -m tests.bench`.

Quote the ratios, not the times: machines differ and are noisy, a ratio within one run holds.
`--profile` shows instead where the time of one of our formats goes, function by function.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import exporter
from exporter.pipeline import Options, edit, read_source, render
from exporter.renderers import Rendition
from tests.bench import cold, peers
from tests.bench.contest import Contestant, Make, hold
from tests.bench.profiling import show_profile
from tests.bench.results import Results, Row, make_room
from tests.bench.stages import stage_times

ROUNDS = 100
FORMATS = ("pdf", "epub", "docx")
ALL = "all"
BASE = "typst pdf"


def ours(name: str) -> Make:
    """Reading included: bytes in, bytes out."""

    def make(text: str) -> bytes:
        return exporter.export(text.encode(), format=name).content

    return make


def all_of_ours(text: str) -> bytes:
    """The three in one export, as the command makes them: read once, typeset once."""
    edition = edit(read_source(text.encode()), Options())
    files = []
    for made in render(edition, FORMATS).values():
        assert isinstance(made, Rendition), made
        files.append(made.content)
    return b"".join(files)


def reading(text: str) -> bytes:
    """What all our formats share: the story read, edited and given the marks of its language."""
    document, _ = edit(read_source(text.encode()), Options()).typeset()
    return document.title.encode()


def contestants() -> list[Contestant]:
    """Everyone who is installed, ourselves first."""
    found = [Contestant(f"exporter {name}", ours(name)) for name in FORMATS]
    found.append(Contestant("exporter all three", all_of_ours))
    found.append(Contestant("exporter reading", reading))
    others: dict[str, tuple[Callable[[], Make], bool]] = {
        BASE: (peers.typst, False),
        "platypus pdf": (peers.platypus, False),
        "weasyprint pdf": (peers.weasyprint, True),
        "pandoc epub": (lambda: peers.pandoc("epub"), True),
        "pandoc docx": (lambda: peers.pandoc("docx"), True),
    }
    for name, (prepare, slow) in others.items():
        try:
            found.append(Contestant(name, prepare(), slow))
        except (ImportError, OSError) as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
    return found


def run(rounds: int) -> Results:
    """Everything that the bench measures."""
    taking_part = contestants()
    hold(taking_part, rounds)
    base = next((each for each in taking_part if each.name == BASE), None)
    warm = [
        Row(each.name, each.median, {"typst": each.beside(base)} if base else {}, each.size)
        for each in taking_part
    ]
    stages = {name: stage_times(name, max(rounds // 2, 1)) for name in FORMATS}
    return Results(rounds, warm, cold.cold_starts(), stages)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how many (%(default)s)")
    parser.add_argument(
        "--profile", nargs="?", const="pdf", choices=(*FORMATS, ALL),
        help="show the profile of a format (pdf) instead",
    )  # fmt: skip
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there too")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="and a picture (svg, png, pdf)")
    arguments = parser.parse_args()
    if arguments.profile is not None:
        show_profile(all_of_ours if arguments.profile == ALL else ours(arguments.profile))
        return
    results = run(arguments.rounds)
    print(results.page())
    if arguments.json:
        make_room(arguments.json).write_text(json.dumps(results.as_json(), indent=1) + "\n")
    if arguments.plot:
        from tests.bench.plot import plot  # matplotlib is only there for the bench

        plot(results, make_room(arguments.plot))


if __name__ == "__main__":
    main()
