"""Contexts, as ``contextlib`` has them: the two that are used all over, without the eighteen classes beside them.

To load ``contextlib`` costs a command a fiftieth of its time. Type checkers see its own.
"""

from __future__ import annotations

from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import contextmanager, suppress
else:

    class suppress:  # noqa: N801 - as it is called
        """Passes over some exceptions: what would be done after one is not."""

        def __init__(self, *exceptions):
            self._exceptions = exceptions

        def __enter__(self):
            return None

        def __exit__(self, kind, _error, _trace):
            return kind is not None and issubclass(kind, self._exceptions)

    class _Context:
        """A generator that yields once: what it does before is done on entering, the rest on leaving."""

        def __init__(self, steps):
            self._steps = steps

        def __enter__(self):
            return next(self._steps)

        def __exit__(self, kind, error, trace):
            if kind is None:
                next(self._steps, None)
                return False
            try:
                self._steps.throw(error)
            except StopIteration as end:
                return end is not error
            except BaseException as raised:
                # What ends a generator leaves one as the cause of another.
                if raised is not error and not (isinstance(error, StopIteration) and raised.__cause__ is error):
                    raise
                error.__traceback__ = trace
                return False
            return True  # it went on after what was raised

    def contextmanager(steps):
        """A function that makes a context of a generator."""

        def make(*positional, **named):
            return _Context(steps(*positional, **named))

        make.__name__, make.__qualname__, make.__doc__ = steps.__name__, steps.__qualname__, steps.__doc__
        make.__module__, make.__wrapped__ = steps.__module__, steps
        return make


__all__ = ["contextmanager", "suppress"]
