"""Landlock: Linux's own way for a program to give up rights without being root (kernel 5.13 and later).

After `forbid_writing()` the process and its children can read files but make, change and remove none, start
none but those named, connect to no port and signal no process outside. Source: kernel documentation,
userspace-api/landlock, and include/uapi/linux/landlock.h (bits, struct layouts, ABI versions).
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence

# The same numbers on every architecture (syscalls added after the tables were unified).
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_GIVE_VERSION = 1
_PATH_BENEATH = 1

_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS_OF_ABI = {1: 13, 2: 14, 3: 15, 4: 15}  # how many bits exist; 16 from ABI 5 on
_NEWEST_FILE_RIGHTS = 16
_TCP_BIND_AND_CONNECT = 0b11  # from ABI 4 on
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # "scoped", from ABI 6 on
_ABI_WITH_NET, _ABI_WITH_SCOPE = 4, 6


def forbid_writing(programs: Sequence[str] = ()) -> int:
    """Keep the right to read files, give up all others Landlock knows of; the kernel's ABI version.

    `PR_SET_NO_NEW_PRIVS` must have been set.

    Args:
        programs: files, or folders of files, that may still be started.

    Raises:
        OSError: the kernel has no Landlock, or it is switched off.
    """
    version = _call(_CREATE_RULESET, None, ctypes.c_size_t(0), _GIVE_VERSION)
    file_rights = (1 << _FILE_RIGHTS_OF_ABI.get(version, _NEWEST_FILE_RIGHTS)) - 1
    attributes = struct.pack("=Q", file_rights)
    if version >= _ABI_WITH_NET:
        attributes += struct.pack("=Q", _TCP_BIND_AND_CONNECT)
    if version >= _ABI_WITH_SCOPE:
        attributes += struct.pack("=Q", _ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = _call(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0)
    try:
        _allow(ruleset, "/", _READ_FILE | _READ_DIR)
        for program in programs:
            _allow(ruleset, program, _EXECUTE)
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return version


def _allow(ruleset: int, path: str, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    result = int(libc.syscall(number, *arguments))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
