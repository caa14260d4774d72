"""A module put off is there when it is asked for. In a new process: in this one much is imported already."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = """
import sys
from reader.later import ModuleForLater, import_later
import_later("colorsys")
import colorsys
assert isinstance(sys.modules["colorsys"], ModuleForLater)
assert not hasattr(colorsys, "__file__"), "what Python asks of every module loads nothing"
assert isinstance(sys.modules["colorsys"], ModuleForLater)
assert colorsys.rgb_to_hsv(1, 1, 1) == (0.0, 0.0, 1)
assert not isinstance(sys.modules["colorsys"], ModuleForLater)
assert colorsys.__file__ == sys.modules["colorsys"].__file__
from colorsys import hsv_to_rgb
assert hsv_to_rgb is colorsys.hsv_to_rgb
import_later("colorsys")
assert not isinstance(sys.modules["colorsys"], ModuleForLater), "what is loaded stays"
try:
    colorsys.no_such_name
except AttributeError:
    print("well")
"""

CHILD = """
import sys
from reader.worker.mains import paint
import inspect, hashlib
assert hashlib.sha256(b"").hexdigest().startswith("e3b0c442")
assert str(inspect.signature(paint)).startswith("(connection")
print("well")
"""


@pytest.mark.parametrize("program", [LATER, CHILD])
def test_a_module_is_loaded_when_something_of_it_is_wanted(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert done.stdout == "well\n", done.stderr
