"""A job object around a child (Windows): a limit of memory, no further process, an end with the job.

Source: Microsoft Learn, winnt.h: `JOBOBJECT_EXTENDED_LIMIT_INFORMATION`, `JOBOBJECT_BASIC_LIMIT_INFORMATION`.
The job's only handle is this process's own and is never closed: with the process the job ends too.
"""

from __future__ import annotations

import ctypes
import logging
import sys

log = logging.getLogger(__name__)

_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_ACTIVE_PROCESS, _LIMIT_PROCESS_MEMORY = 0x8, 0x100
_DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x400, 0x2000
_BELOW_NORMAL_PRIORITY = 0x4000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time_limit", ctypes.c_int64),
        ("per_job_user_time_limit", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set_size", ctypes.c_size_t),
        ("maximum_working_set_size", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """`JOBOBJECT_EXTENDED_LIMIT_INFORMATION`, field by field."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory_used", ctypes.c_size_t),
        ("peak_job_memory_used", ctypes.c_size_t),
    )


def limits_of(memory_bytes: int, processes: int = 1) -> ExtendedLimits:
    """The limits of a child that parses a file: its memory, and how many processes it may be in all."""
    limits = ExtendedLimits()
    limits.basic.limit_flags = (
        _LIMIT_ACTIVE_PROCESS | _LIMIT_PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
    )
    limits.basic.active_process_limit = processes
    limits.process_memory_limit = memory_bytes
    return limits


def limit_this_process(memory_bytes: int, *, low_priority: bool, processes: int = 1) -> None:
    """Put this process into a job of its own; where that is refused it goes on without and logs it."""
    if sys.platform != "win32":
        raise OSError("job objects exist on Windows only")
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (
        ctypes.c_void_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint32,
    )
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    kernel.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    itself = kernel.GetCurrentProcess()
    if low_priority:
        kernel.SetPriorityClass(itself, _BELOW_NORMAL_PRIORITY)
    limits = limits_of(memory_bytes, processes)
    job = kernel.CreateJobObjectW(None, None)
    size = ctypes.sizeof(limits)
    told = job and kernel.SetInformationJobObject(
        job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size
    )
    if not (told and kernel.AssignProcessToJobObject(job, itself)):
        log.warning("no job object limits this process: error %s", ctypes.get_last_error())
