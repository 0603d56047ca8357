"""Processes of this machine that share the reading, started only when there is something to share."""

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")


class LocalProcesses(Executor):
    """An executor that costs nothing until it is used. Close it, or use it in a ``with`` statement.

    ``workers`` is how many processes there are, by default one for each processor.
    """

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call ``fn`` in one of the processes."""
        return self._started().submit(fn, *args, **kwargs)

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **options: Any) -> Iterator[T]:
        """Call ``fn`` in the processes with each of some arguments; the results come in order."""
        return self._started().map(fn, *iterables, **options)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, if there are any."""
        if self._pool:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _started(self) -> "ProcessPoolExecutor":
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # A forked process has the modules already; one started anew would import them for longer than it
            # reads.
            way = "fork" if sys.platform == "linux" else None
            self._pool = ProcessPoolExecutor(self._workers, multiprocessing.get_context(way))
        return self._pool
