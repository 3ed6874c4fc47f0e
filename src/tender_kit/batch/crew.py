"""Several processes that read files, each with a thread that feeds it.

One that dies costs the file that it was reading, nothing else.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from tender_kit.batch.attempt import Answer
from tender_kit.batch.reader import Reader, ReaderDied, Task

# A process may also die by what others do (somebody ends it, memory runs out beside it): a file gets a second chance.
TRIES = 2


@dataclass(slots=True)
class Job:
    """A file to read, and where the answer is put."""

    path: str
    answer: Future[Answer] = field(default_factory=Future)
    tries: int = 0


class Crew:
    """Up to ``size`` processes; one more is started as long as there are files for it."""

    def __init__(self, task: Task, size: int) -> None:
        self._task, self._size = task, size
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._hands: list[_Hand] = []

    def submit(self, path: str) -> Future[Answer]:
        """Have a file read by whoever is free next."""
        job = Job(path)
        self._jobs.put(job)
        if len(self._hands) < self._size:
            self._hands.append(_Hand(self._task, self._jobs, enough=self._size))
        return job.answer

    def close(self) -> None:
        """End all processes now, in the middle of what they do."""
        for hand in self._hands:
            hand.stop()
            self._jobs.put(None)
        for hand in self._hands:
            hand.thread.join()


class _Hand:
    """One process and the thread that feeds it. ``enough``: so many waiting files that one can be taken ahead."""

    def __init__(self, task: Task, jobs: SimpleQueue[Job | None], *, enough: int) -> None:
        self._task, self._jobs, self._enough = task, jobs, enough
        self._given: deque[Job] = deque()
        self._reader: Reader | None = None
        self._is_stopped, self._lock = False, Lock()
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """End the process; the thread notices and ends too."""
        with self._lock:
            self._is_stopped = True
            if self._reader:
                self._reader.kill()

    def _run(self) -> None:
        try:
            while self._fill() and not self._is_stopped:
                self._work()
        except BaseException as error:
            for job in self._given:
                job.answer.set_exception(error)
        finally:
            self._drop_reader()

    def _fill(self) -> bool:
        """Take a file, and where there are enough for all the next one, so that the process never waits for this thread."""
        while not self._given or (len(self._given) < 2 and self._jobs.qsize() >= self._enough):
            try:
                job = self._jobs.get(block=not self._given)
            except Empty:
                return True
            if job is None:
                return False
            self._given.append(job)
            if self._reader:
                self._reader.give(job.path)
        return True

    def _work(self) -> None:
        """Wait for one answer."""
        try:
            answer = self._running().take()
        except ReaderDied as death:
            self._drop_reader()
            self._judge(self._given[0], death)
        else:
            self._given.popleft().answer.set_result(answer)

    def _running(self) -> Reader:
        """Give the process; a new one gets what its forerunner has left."""
        if self._reader:
            return self._reader
        with self._lock:
            reader = self._reader = Reader(self._task)
            if self._is_stopped:
                reader.kill()
        reader.greet()
        for job in self._given:
            reader.give(job.path)
        return reader

    def _judge(self, job: Job, death: ReaderDied) -> None:
        """Report the file in which the process died, or let it be read once more."""
        job.tries += 1
        if death.is_late or job.tries >= TRIES:
            self._given.popleft()
            job.answer.set_result(Answer(reason=death.reason))

    def _drop_reader(self) -> None:
        with self._lock:
            reader, self._reader = self._reader, None
        if reader:
            reader.bury()
