"""What libraries load in case it is needed, and no ordinary story needs.

Only for the program's own process: other modules of a Python caller's may count on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
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


def _cleandoc(text: str) -> str:
    """What click asks of each option's help, most of which are of one line."""
    if not text or text[0].isspace() or "\n" in text or "\t" in text:
        return str(_loaded("inspect").cleandoc(text))
    return text


def _literal_eval(*arguments: Any) -> Any:
    return _loaded("ast").literal_eval(*arguments)


def _of_code() -> dict[str, Any]:
    """What is asked of `inspect`: by click, and by Cython's modules (the flags of code objects)."""
    flags = ("OPTIMIZED", "NEWLOCALS", "VARARGS", "VARKEYWORDS", "NESTED", "GENERATOR")
    answers: dict[str, Any] = {f"CO_{flag}": 1 << bit for bit, flag in enumerate(flags)}
    return {**answers, "CO_COROUTINE": 1 << 7, "CO_ASYNC_GENERATOR": 1 << 9, "cleandoc": _cleandoc}


def _of_syntax() -> dict[str, Any]:
    return {"literal_eval": _literal_eval}


def _of_the_system() -> dict[str, Any]:
    """What is asked of `platform`: by `uuid`, and by ReportLab."""
    if not hasattr(os, "uname") or sys.implementation.name != "cpython":
        return {}
    return {"system": lambda: os.uname().sysname, "python_implementation": lambda: "CPython"}


def _of_translation() -> dict[str, Any]:
    """What click asks of `gettext` for each of its words; nobody has translated them."""
    return {"gettext": str, "ngettext": lambda one, many, count: one if count == 1 else many}


def _of_characters() -> dict[str, Any]:
    """What ReportLab asks of `string`."""
    return {"digits": "0123456789"}


# What is asked of a module at every start can be answered without it.
_ANSWERS = {
    "ast": _of_syntax,
    "gettext": _of_translation,
    "inspect": _of_code,
    "platform": _of_the_system,
    "string": _of_characters,
}


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
    for name, answers in _ANSWERS.items():
        if name not in sys.modules:
            sys.modules[name] = _Later(name, answers())
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
    """A module that is looked for and loaded when something is asked of it that it cannot answer.

    `importlib.util.LazyLoader`'s is loaded as soon as a second module imports it.
    """

    def __init__(self, name: str, answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(name)
        vars(self).update(answers or {})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.load()
        return getattr(self, name)

    def load(self) -> None:
        """Become the module; ModuleNotFoundError."""
        self.__class__ = ModuleType  # type: ignore[assignment]
        del sys.modules[self.__name__]
        spec = find_spec(self.__name__)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"No module named {self.__name__!r}", name=self.__name__)
        vars(self).update(vars(module_from_spec(spec)))
        sys.modules[self.__name__] = self
        spec.loader.exec_module(self)


def _loaded(name: str) -> Any:
    module = sys.modules[name]
    if isinstance(module, _Later):
        module.load()
    return module


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
