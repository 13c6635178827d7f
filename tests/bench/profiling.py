"""Where the time of one of our own formats goes, function by function."""

from __future__ import annotations

import cProfile
import pstats

from tests.bench.contest import WARM_UP, Make
from tests.bench.stories import story

STORIES = 40
_SHOWN = 25


def show_profile(make: Make) -> None:
    """Print the functions that take the most time of their own, over many stories."""
    for number in range(WARM_UP):
        make(story(number))
    texts = [story(WARM_UP + number) for number in range(STORIES)]
    profile = cProfile.Profile()
    for text in texts:
        profile.runcall(make, text)
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)
