"""What libraries load in case it is needed, and no ordinary story needs.

Only for the program's own process: other modules of a Python caller's may count on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_SELDOM = (
    "PIL.Image", "ipaddress", "linecache", "msgspec.inspect", "msgspec.json", "pickle", "tempfile",
    "tokenize",
)  # fmt: skip
_EVALUATOR = "reportlab.lib.rl_safe_eval"


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it takes where it finds it."""
    with _hidden("typing_extensions"):
        import msgspec  # noqa: F401


def import_hashlib() -> None:
    """Import hashlib with the interpreter's own digests: a story is not worth loading OpenSSL."""
    with _hidden("_hashlib"):
        import hashlib  # noqa: F401


def put_off() -> None:
    """Let what others import for users of another kind be loaded when it is asked something."""
    for name in _SELDOM:
        sys.modules.setdefault(name, _Later(name))
    if _EVALUATOR not in sys.modules:
        sys.modules[_EVALUATOR] = _Evaluator(_EVALUATOR)


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """Within it, a module that is not loaded yet is not to be found."""
    if name in sys.modules:
        yield
        return
    # In the import system's words: there is none.
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]


class _Later(ModuleType):
    """A module that is looked for and loaded when something is asked of it.

    `importlib.util.LazyLoader`'s is loaded as soon as a second module imports it.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        del sys.modules[self.__name__]
        spec = find_spec(self.__name__)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"No module named {self.__name__!r}", name=self.__name__)
        vars(self).update(vars(module_from_spec(spec)))
        sys.modules[self.__name__] = self
        spec.loader.exec_module(self)
        return getattr(self, name)


class _Evaluator(ModuleType):
    """ReportLab's evaluator of expressions in colours' names, of which a story has none."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_evaluate, name)


def _evaluate(name: str, *arguments: Any, **named: Any) -> Any:
    if isinstance(sys.modules.get(_EVALUATOR), _Evaluator):
        del sys.modules[_EVALUATOR]
    return getattr(import_module(_EVALUATOR), name)(*arguments, **named)
