"""What is downloaded stays small: a library too many stops the build, and says its name."""

from __future__ import annotations

import pytest

from build.packaging import sizes


def test_a_folder_counts_what_it_takes_on_the_disk(tmp_path):
    (tmp_path / "one").write_bytes(b"x")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "two").write_bytes(bytes(sizes.BLOCK + 1))
    (tmp_path / "link").symlink_to("one")
    assert sizes.check_folder(tmp_path) == 4 * sizes.BLOCK


def test_a_folder_that_is_too_large_names_what_is_heaviest(tmp_path):
    (tmp_path / "libgtk.so").write_bytes(bytes(2 * sizes.MEBIBYTE))
    with pytest.raises(sizes.TooLargeError, match=r"takes 2 MiB, 1 are allowed\n   2\.0 MiB  libgtk\.so"):
        sizes.check_folder(tmp_path, sizes.MEBIBYTE)


def test_an_artefact_has_the_limit_of_its_kind(tmp_path, monkeypatch):
    package, other = tmp_path / "timeleaf_1_amd64.deb", tmp_path / "timeleaf.cdx.json"
    monkeypatch.setattr(sizes, "LARGEST_ARTEFACT", {".deb": 10})
    package.write_bytes(bytes(10))
    other.write_bytes(bytes(99))
    assert (sizes.check_artefact(package), sizes.check_artefact(other)) == (10, 99)
    package.write_bytes(bytes(11))
    with pytest.raises(sizes.TooLargeError, match=r"timeleaf_1_amd64\.deb has 0\.0 MB"):
        sizes.check_artefact(package)


def test_the_limits_are_those_promised_or_stricter():
    assert sizes.LARGEST_FOLDER <= 230 * sizes.MEBIBYTE
    assert sizes.LARGEST_ARTEFACT[".deb"] <= 68 * sizes.MEGABYTE
