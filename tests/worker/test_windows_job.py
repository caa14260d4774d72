"""The job object of Windows, as far as another system can see it: the layout of what is handed over."""

from __future__ import annotations

import ctypes
import sys

import pytest

from reader.worker.windows_job import ExtendedLimits, limit_this_process, limits_of


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of a 64-bit system")
def test_the_structure_is_as_large_as_windows_expects() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144  # winnt.h, 64 bit
    assert ExtendedLimits.process_memory_limit.offset == 112


def test_memory_and_the_number_of_processes_are_limited() -> None:
    limits = limits_of(3 << 30)
    assert limits.process_memory_limit == 3 << 30
    assert limits.basic.active_process_limit == 1
    assert limits.basic.limit_flags == 0x8 | 0x100 | 0x400 | 0x2000


@pytest.mark.skipif(sys.platform == "win32", reason="there it would limit the tests themselves")
def test_elsewhere_it_says_that_it_is_not_there() -> None:
    with pytest.raises(OSError, match="Windows"):
        limit_this_process(1, low_priority=False)
