"""Classes of named fields, which cost a thirtieth of a dataclass to define and a fifth to make.

A hundred of ours took a quarter of a cold start as dataclasses. msgspec makes them in C.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import force_setattr, replace

if TYPE_CHECKING:
    from dataclasses import Field

__all__ = ["Struct", "Value", "field", "force_setattr", "replace"]


class _DataclassFields:
    """The fields of a value as `dataclasses` knows them, made when it asks.

    So `dataclasses.replace`, `fields` and `asdict` take values too.
    """

    def __get__(self, _value: object, kind: type[Struct]) -> dict[str, Field[Any]]:
        from dataclasses import fields, make_dataclass

        shape = make_dataclass(kind.__name__, kind.__struct_fields__)
        return {each.name: each for each in fields(shape)}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """What never changes; what does is a `Struct`."""

    __dataclass_fields__: ClassVar[Any] = _DataclassFields()
