"""A seccomp filter: the system calls a child that parses hostile files is not to make (Linux).

It closes what Landlock leaves open (sockets other than TCP, other programs, debugging others) and, on kernels
without Landlock, writing too: opening a file for anything but reading is refused by the flags of the call.
Refused calls fail with EPERM; the engine then fails like on a read-only disk, it does not die.

Source: kernel documentation, userspace-api/seccomp_filter; include/uapi/linux/{filter,seccomp,audit}.h;
call numbers: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (aarch64).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from dataclasses import dataclass

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2

# Classic BPF: (code, jump if true, jump if false, operand)
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
# struct seccomp_data: int nr; u32 arch; u64 instruction_pointer; u64 args[6] (little-endian: low half first)
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# name: (x86_64, aarch64); None where the architecture has no such call
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "creat": (85, None),
    "truncate": (76, 45),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "chown": (92, None),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "utimensat": (280, 88),
}
# They take their arguments in memory, where a filter cannot look; libc and Python go on with the older calls.
_UNKNOWN: dict[str, tuple[int | None, int | None]] = {
    "openat2": (437, 437),
    "io_uring_setup": (425, 425),
}
_STARTING = ("execve", "execveat")  # of `_REFUSED`: what a child needs whose work another program does
_OPEN = (2, None)  # open(path, flags)
_OPENAT = (257, 56)  # openat(folder, path, flags)


@dataclass(frozen=True, slots=True)
class _Architecture:
    """What a kind of processor calls itself, and its numbers of the calls below."""

    column: int  # in the tables above
    audit: int  # how seccomp names it
    first_foreign: int  # calls from here on belong to another calling convention (x32)


_ARCHITECTURES = {
    "x86_64": _Architecture(0, 0xC000003E, 0x40000000),
    "aarch64": _Architecture(1, 0xC00000B7, 0xFFFFFFFF),
}

_Instruction = tuple[int, int, int, int]


class UnknownArchitectureError(OSError):
    """The numbers of the system calls are not known here."""


def refuse_calls(*, may_start_programs: bool = False) -> None:
    """Install the filter for this thread and all it starts. `PR_SET_NO_NEW_PRIVS` must have been set.

    Args:
        may_start_programs: leave that right; which programs is Landlock's matter.

    Raises:
        UnknownArchitectureError: neither x86_64 nor aarch64.
        OSError: the kernel was built without seccomp filters.
    """
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise UnknownArchitectureError(errno.ENOSYS, machine)
    program = filter_program(_ARCHITECTURES[machine], may_start_programs=may_start_programs)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in program))
    header = struct.pack("@HP", len(program), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, header, 0, 0) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


def filter_program(architecture: _Architecture, *, may_start_programs: bool = False) -> list[_Instruction]:
    """The filter as BPF instructions. Each block ends in a verdict or falls through to the next."""
    refuse, unknown = _FAIL | errno.EPERM, _FAIL | errno.ENOSYS
    column = architecture.column
    program: list[_Instruction] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_EQUAL, 1, 0, architecture.audit),
        (_RETURN, 0, 0, refuse),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_AT_LEAST, 0, 1, architecture.first_foreign),
        (_RETURN, 0, 0, refuse),
    ]
    allowed = _STARTING if may_start_programs else ()
    for table, verdict in ((_REFUSED, refuse), (_UNKNOWN, unknown)):
        for name, numbers in table.items():
            number = numbers[column]
            if number is not None and name not in allowed:
                program += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, verdict)]
    for opening, flags_argument in ((_OPEN, 1), (_OPENAT, 2)):
        number = opening[column]
        if number is not None:
            program += [
                (_JUMP_EQUAL, 0, 4, number),
                (_LOAD, 0, 0, _ARGUMENTS + 8 * flags_argument),
                (_JUMP_ANY_BIT, 0, 1, _WRITING),
                (_RETURN, 0, 0, refuse),
                (_RETURN, 0, 0, _ALLOW),
            ]
    program.append((_RETURN, 0, 0, _ALLOW))
    return program
