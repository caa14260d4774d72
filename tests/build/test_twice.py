"""One commit, two builds, the same bytes: what differs is found and named."""

from __future__ import annotations

from build.packaging import twice


def test_every_file_and_link_of_a_build_counts(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "library.so").write_bytes(b"one")
    (tmp_path / "link").symlink_to("deep/library.so")
    found = twice.fingerprints(tmp_path)
    assert set(found) == {"deep/library.so", "link"}
    assert found["link"] == "-> deep/library.so"
    (tmp_path / "deep" / "library.so").write_bytes(b"two")
    assert twice.fingerprints(tmp_path)["deep/library.so"] != found["deep/library.so"]


def test_what_differs_is_named():
    first = {"same": "1", "other": "1", "gone": "1"}
    second = {"same": "1", "other": "2", "new": "1"}
    assert twice.differences(first, second) == [
        "gone: only in the first",
        "new: only in the second",
        "other: other bytes",
    ]
    assert twice.differences(first, dict(first)) == []
