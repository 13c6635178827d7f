"""A crew of worker processes: whatever becomes of one of them, the stories come out in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Outcome, State, Wanted
from exporter.cli.batch.workers import Workers
from exporter.cli.inputs import Input
from exporter.diagnostics import ExportError
from exporter.pipeline import Options
from tests.conftest import SEED

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
METHODS = [method for method in multiprocessing.get_all_start_methods() if method != "fork"]
DESK = Desk(Options(), Wanted(("ninjs",), "output"))


def jobs(*names: str, folder: Path = Path("output")) -> list[Job]:
    return [Job(Input(name, Path(name)), {"ninjs": folder / f"{name}.json"}) for name in names]


def numbered(count: int) -> list[Job]:
    return jobs(*(str(number) for number in range(count)))


def its_name(desk: Desk, job: Job) -> str:
    """What a worker answers; the slower, the later its story is in the chunk's first half."""
    time.sleep(0.002 * (int(job.story.shown) % 3))
    return job.story.shown


def its_process(desk: Desk, job: Job) -> int:
    time.sleep(0.01)
    return os.getpid()


def dies_of_bad_ones(desk: Desk, job: Job) -> str:
    if job.story.shown == "bad":
        draft = next(iter(job.files.values())).parent / f".exporter-{os.getpid()}-7.tmp"
        draft.write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    return job.story.shown


def stays(desk: Desk, job: Job) -> str:
    folder = next(iter(job.files.values())).parent
    draft = folder / f".exporter-{os.getpid()}-7.tmp"
    draft.write_bytes(b"half")
    time.sleep(60)
    return job.story.shown


def leaves(desk: Desk, job: Job) -> str:
    os._exit(3)


def dies_of(number: int, desk: Desk, job: Job) -> str:
    os.kill(os.getpid(), number)
    time.sleep(60)
    return job.story.shown


class UnreadableDesk(Desk):
    """A desk that no worker can take over, as where a module is missing."""

    def __reduce__(self):
        return (os._exit, (1,))


@pytest.mark.parametrize("method", METHODS)
def test_answers_come_in_the_order_of_the_stories(method):
    with Workers(3, DESK, cache=False, method=method) as crew:
        assert list(crew.each(its_name, numbered(50), 50)) == [str(n) for n in range(50)]


@pytest.mark.parametrize("method", METHODS)
def test_workers_import_nothing_from_the_working_folder(method, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("multiprocessing", "exporter", "os"):
        (tmp_path / f"{name}.py").write_text("open('sprung', 'a').write(__name__)\n")
    with Workers(2, DESK, cache=False, method=method) as crew:
        assert list(crew.each(its_name, numbered(3), 3)) == ["0", "1", "2"]
    assert not (tmp_path / "sprung").exists()
    assert "PYTHONSAFEPATH" not in os.environ


@pytest.mark.parametrize("before", [None, "", "1"])
def test_what_the_user_says_of_python_s_paths_stays(monkeypatch, before):
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    if before is not None:
        monkeypatch.setenv("PYTHONSAFEPATH", before)
    with Workers(2, DESK, cache=False) as crew:
        assert list(crew.each(its_name, numbered(1), 1)) == ["0"]
    assert os.environ.get("PYTHONSAFEPATH") == before


def test_workers_stay_from_one_task_to_the_next():
    with Workers(2, DESK, cache=False) as crew:
        answers = crew.each(its_process, numbered(40), 40)
        first = {next(answers) for _ in range(40)}
        answers.close()
        second = set(crew.each(its_process, numbered(40), 40))
    assert len(first) == 2
    assert first == second
    assert os.getpid() not in first


def test_no_more_stories_are_taken_than_are_under_way():
    taken = 0

    def endless():
        nonlocal taken
        for job in numbered(100_000):
            taken += 1
            yield job

    with Workers(2, DESK, cache=False) as crew:
        answers = crew.each(its_name, endless(), 100_000)
        assert [next(answers) for _ in range(3)] == ["0", "1", "2"]
        assert taken < 2000
        answers.close()
        assert multiprocessing.active_children() == []


@POSIX
def test_a_worker_that_is_killed_costs_its_story_alone(tmp_path):
    names = ("a", "b", "bad", "c", "d", "bad", "e")
    with Workers(2, DESK, cache=False) as crew:
        answers = list(crew.each(dies_of_bad_ones, jobs(*names, folder=tmp_path), len(names)))
    assert [a for a in answers if isinstance(a, str)] == ["a", "b", "c", "d", "e"]
    lost = answers[2]
    assert isinstance(lost, Outcome)
    assert lost.state is State.FAILED
    assert [each.code for each in lost.told] == ["X020"]
    assert "SIGKILL" in lost.told[0].message
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_run_that_is_given_up_leaves_no_process_and_no_draft(tmp_path):
    class GivenUpError(Exception):
        pass

    crew = Workers(2, DESK, cache=False)

    def then_give_up():
        yield from jobs("a", "b", folder=tmp_path)
        while len(list(tmp_path.iterdir())) < 1:
            time.sleep(0.01)
        raise GivenUpError

    with pytest.raises(GivenUpError), crew:
        list(crew.each(stays, then_give_up(), 9))
    assert list(tmp_path.iterdir()) == []
    assert multiprocessing.active_children() == []


def test_a_worker_that_leaves_is_told_by_its_status():
    with Workers(2, DESK, cache=False) as crew:
        (lost, other) = crew.each(leaves, jobs("a", "b"), 2)
    assert "exit status 3" in lost.told[0].message
    assert other.state is State.FAILED


@POSIX
@pytest.mark.parametrize(
    ("number", "told"), [(signal.SIGSEGV, "SIGSEGV"), (40, "killed by signal 40")]
)
def test_a_worker_that_is_killed_is_told_by_the_signal(number, told):
    with Workers(2, DESK, cache=False) as crew:
        (lost,) = crew.each(partial(dies_of, number), jobs("a"), 1)
    assert told in lost.told[0].message


def test_whoever_has_workers_looks_for_garbage_too():
    gc.disable()  # as the program does until it has work
    try:
        with Workers(2, DESK, cache=False):
            assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


@POSIX
def test_workers_that_are_killed_between_two_tasks_cost_nothing():
    with Workers(2, DESK, cache=False) as crew:
        answers = crew.each(its_process, numbered(40), 40)
        first = {next(answers) for _ in range(40)}
        answers.close()
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        second = set(crew.each(its_process, numbered(40), 40))
    assert len(second) == 2
    assert not first & second


def test_workers_that_end_before_they_begin_are_not_started_for_ever():
    desk = UnreadableDesk(DESK.options, DESK.wanted)
    ends_at_once = pytest.raises(ExportError, match=r"X021.*they end at once: exit status 1")
    with ends_at_once, Workers(2, desk, cache=False) as crew:
        list(crew.each(its_name, numbered(9), 9))
    assert multiprocessing.active_children() == []


@POSIX
def test_a_worker_that_does_not_leave_is_made_to(monkeypatch):
    monkeypatch.setattr("exporter.cli.batch.workers._GRACE", 0.1)
    with Workers(2, DESK, cache=False) as crew:
        assert list(crew.each(its_name, numbered(9), 9)) == [str(n) for n in range(9)]
        for process in multiprocessing.active_children():
            os.kill(process.pid, signal.SIGSTOP)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    "reason", [OSError(11, "Resource temporarily unavailable"), EOFError("unexpected EOF")]
)
def test_where_no_process_can_be_started_it_says_so(monkeypatch, reason):
    def refuse(self):
        raise reason

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with pytest.raises(ExportError, match="X021"), Workers(2, DESK, cache=False) as crew:
        list(crew.each(its_name, numbered(3), 3))


def test_where_no_more_processes_can_be_started_those_there_are_do_it_all(monkeypatch):
    start = multiprocessing.process.BaseProcess.start
    refused = []

    def refuse_the_second(self):
        if multiprocessing.active_children():
            refused.append(self)
            raise OSError(11, "Resource temporarily unavailable")
        start(self)

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse_the_second)
    with Workers(3, DESK, cache=False) as crew:
        assert list(crew.each(its_name, numbered(30), 30)) == [str(n) for n in range(30)]
    assert refused


def test_a_worker_makes_the_files_itself(tmp_path):
    made = tmp_path / "seed.json"
    job = Job(Input("seed", SEED), {"ninjs": made})
    with Workers(2, DESK, cache=False) as crew:
        (outcome,) = crew.each(Desk.make, [job], 1)
    assert outcome == Desk(DESK.options, DESK.wanted).make(job)
    assert outcome.outputs[0].bytes == made.stat().st_size
