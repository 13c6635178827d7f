"""A crew of worker processes, each with a pipe of its own.

A pool of the standard library gives up all that is under way when one of its processes is killed;
here it is known which story each is at, and only that one is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Self

from exporter.cli import look_for_garbage
from exporter.cli.batch import worker as station
from exporter.cli.batch.crew import Answer, Task
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Outcome
from exporter.diagnostics import ExportError, diagnose, reason_of
from exporter.outputs import discard_drafts
from exporter.renderers import FORMATS

# Stories handed out at once: the way to a worker and back is then nothing beside the work.
_CHUNK = 16
# Stories that may be ahead of the one whose answer is due: what a slow one holds up.
_AHEAD = 1024
# Seconds that a worker has to leave by itself.
_GRACE = 5
# What the system says that has no more processes, and a fork server that ends at once.
_NO_PROCESS = (OSError, EOFError)
_SAFE_PATH = "PYTHONSAFEPATH"
# Workers that end before they are ready, one after the other: something is wrong with all.
_STILLBORN = 3

# A story and its number, from 0.
_Numbered = tuple[int, Job]


class Workers:
    """Worker processes that are started as they are needed and replaced when they are killed."""

    def __init__(self, size: int, desk: Desk, *, cache: bool, method: str | None = None) -> None:
        self._size = size
        self._desk = desk
        self._cache = cache
        self._context = _context(method, desk.wanted.formats)
        self._workers: list[_Worker] = []
        self._stillborn = 0

    def each(
        self, task: Task[Answer], jobs: Iterable[Job], total: int
    ) -> Iterator[Answer | Outcome]:
        """The answers in the order of the jobs, of which so many are taken as are under way.

        If they are given up before, or none can be had any more, the workers are stopped.
        """
        try:
            yield from self._answers(task, jobs, total)
        finally:
            if any(worker.chunk for worker in self._workers):
                self.stop()

    def stop(self) -> None:
        """Stop the workers in the midst of what they are at; the next work has new ones."""
        for worker in self._workers:
            worker.stop()
        self._see_off()

    def _answers(
        self, task: Task[Answer], jobs: Iterable[Job], total: int
    ) -> Iterator[Answer | Outcome]:
        work = _Work(jobs, max(1, min(_CHUNK, total // (4 * self._size))))
        answers: dict[int, Answer | Outcome] = {}
        due = 0
        while True:
            while due in answers:
                yield answers.pop(due)
                due += 1
            while work.has_more(due) and (worker := self._idle()) is not None:
                self._hand_out(worker, task, work)
            busy = [worker for worker in self._workers if worker.chunk]
            if not busy:
                return
            for worker in _with_news(busy):
                answers.update(self._hear(worker, work))

    def __enter__(self) -> Self:
        look_for_garbage()  # a watch over a drop folder goes on for days
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let the workers leave, or stop them in the midst of their work."""
        if kind is not None:
            self.stop()
            return
        for worker in self._workers:
            worker.dismiss()
        self._see_off()

    def _see_off(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._stillborn = 0

    def _hand_out(self, worker: _Worker, task: Task[Any], work: _Work) -> None:
        """Give a worker its next stories, unless it has died while it had none."""
        chunk = work.chunk()
        if not worker.give(task, chunk):
            work.take_back(chunk)
            self._bury(worker, work)

    def _idle(self) -> _Worker | None:
        """A worker without work, a new one if need be; None if all are busy."""
        for worker in self._workers:
            if not worker.chunk:
                return worker
        if len(self._workers) == self._size:
            return None
        try:
            worker = _Worker(self._context, self._desk, cache=self._cache)
        except _NO_PROCESS as error:  # no more of them: those that there are do it
            if not self._workers:
                raise ExportError(diagnose("X021", reason=reason_of(error))) from error
            return None
        self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker, work: _Work) -> dict[int, Any]:
        """The answer of a worker by its number; of a dead one that the story is lost."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            return self._bury(worker, work)
        if not worker.ready:  # its first word is that it is
            worker.ready = True
            self._stillborn = 0
            return {}
        number, _ = worker.chunk.popleft()
        return {number: answer}

    def _bury(self, worker: _Worker, work: _Work) -> dict[int, Any]:
        self._workers.remove(worker)
        reason = worker.end()
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise ExportError(diagnose("X021", reason=f"they end at once: {reason}"))
            work.take_back(worker.chunk)
            return {}
        if not worker.chunk:
            return {}
        number, job = worker.chunk.popleft()
        work.take_back(worker.chunk)
        return {number: self._desk.lost(job, reason)}


class _Work:
    """The jobs that are still to be handed out, in chunks."""

    def __init__(self, jobs: Iterable[Job], size: int) -> None:
        self._jobs = enumerate(jobs)
        self._size = size
        self._returned: deque[deque[_Numbered]] = deque()
        self._next: deque[_Numbered] = deque()

    def has_more(self, due: int) -> bool:
        """Whether there is a chunk that is not too far ahead of the answer that is due."""
        if self._returned:
            return True
        if not self._next:
            self._next = deque(islice(self._jobs, self._size))
        return bool(self._next) and self._next[0][0] - due < _AHEAD

    def chunk(self) -> deque[_Numbered]:
        """The next jobs."""
        if self._returned:
            return self._returned.popleft()
        chunk, self._next = self._next, deque()
        return chunk

    def take_back(self, chunk: deque[_Numbered]) -> None:
        """Have jobs handed out again that a worker has not come to."""
        if chunk:
            self._returned.append(chunk)


class _Worker:
    """A worker process, the parent's end of its pipe, and the jobs that it has not answered.

    It is given jobs only when it has none: then it is listening, and neither waits for the other.
    """

    def __init__(self, context: BaseContext, desk: Desk, *, cache: bool) -> None:
        self.pipe, its_end = context.Pipe()
        self.chunk: deque[_Numbered] = deque()
        self.ready = False
        # typeshed gives only the contexts of single methods their Process.
        process: Any = context.Process  # type: ignore[attr-defined]
        self._process: BaseProcess = process(
            target=station.work, args=(its_end, desk, cache), daemon=True
        )
        try:
            with _nothing_from_the_working_folder(), _interrupts_for_us_alone():
                self._process.start()
        except _NO_PROCESS:
            self.pipe.close()
            raise
        finally:
            its_end.close()

    def give(self, task: Task[Any], chunk: deque[_Numbered]) -> bool:
        """Hand out jobs; whether the worker is there to take them."""
        try:
            self.pipe.send((task, [job for _, job in chunk]))
        except OSError:
            return False
        self.chunk = chunk
        return True

    def dismiss(self) -> None:
        """Let the worker leave when it has nothing to do."""
        with suppress(OSError):
            self.pipe.send(None)

    def stop(self) -> None:
        """Let the worker leave at once."""
        self._process.terminate()

    def end(self) -> str:
        """See the worker off, and clear up behind one that was killed; how it ended."""
        self._process.join(_GRACE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.pipe.close()
        self._clear_up()
        return _ending(self._process.exitcode or 0)

    def _clear_up(self) -> None:
        if self._process.pid is None:
            return
        for folder in {file.parent for _, job in self.chunk for file in job.files.values()}:
            discard_drafts(folder, self._process.pid)


def _ending(code: int) -> str:
    """How a process ended, by its exit code."""
    if code >= 0:
        return f"exit status {code}"
    with suppress(ValueError):
        return f"killed by {signal.Signals(-code).name}"
    return f"killed by signal {-code}"


def _with_news(workers: list[_Worker]) -> Iterator[_Worker]:
    """The workers that have something to say, when one has."""
    by_pipe: dict[object, _Worker] = {worker.pipe: worker for worker in workers}
    for pipe in connection.wait([worker.pipe for worker in workers]):
        yield by_pipe[pipe]


def _context(method: str | None, formats: Iterable[str]) -> BaseContext:
    """How processes are started: never as copies of this one, which may have threads."""
    if method is None:
        usual = multiprocessing.get_start_method(allow_none=True) or _usual_method()
        method = "forkserver" if usual == "fork" else usual
    context = multiprocessing.get_context(method)
    if method == "forkserver":  # loads once what each would load
        targets = [FORMATS[name].target.partition(":")[0] for name in formats if name in FORMATS]
        context.set_forkserver_preload([station.__name__, *targets])
    return context


def _usual_method() -> str:
    return multiprocessing.get_all_start_methods()[0]


@contextmanager
def _nothing_from_the_working_folder() -> Iterator[None]:
    """Let interpreters that are started within import nothing from where the stories lie.

    `multiprocessing` starts them by ``-c``, which looks there first (PYTHONSAFEPATH, Python 3.11).
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


@contextmanager
def _interrupts_for_us_alone() -> Iterator[None]:
    """Let processes that are started within never hear of Ctrl-C: a terminal tells all of us."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
