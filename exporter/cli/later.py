"""What libraries load in case it is needed, and no ordinary story needs.

Only for the program's own process: other modules of a Python caller's may count on it.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it takes where it finds it."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    # In the import system's words: there is none.
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


def put_off_pillow() -> None:
    """Let Pillow's Image, which ReportLab imports, be loaded when a picture asks it something."""
    name = "PIL.Image"
    if name in sys.modules:
        return
    import PIL

    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    vars(PIL)["Image"] = module
    spec.loader.exec_module(module)
