"""Scratch folders are measured and removed, whatever is in them."""

import os

import pytest

from autograder.confinement.scratch import measure, remove, scratch_folder

MIB = 2**20


def test_a_scratch_folder_is_private_and_removed(tmp_path):
    """Mode 0700, below the given folder, gone at the end."""
    with scratch_folder(tmp_path) as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "file").write_text("x")
    assert not folder.exists()


def test_room_is_measured_and_holes_are_not(tmp_path):
    """What counts is the disk, not the length of the file."""
    (tmp_path / "full").write_bytes(bytes(MIB))
    with open(tmp_path / "hole", "wb") as file:
        file.truncate(100 * MIB)
    usage = measure(tmp_path, 10 * MIB, 100)
    assert MIB <= usage.bytes < 2 * MIB
    assert (usage.entries, usage.odd) == (2, "")


def test_measuring_stops_early(tmp_path):
    """Not all of a million files is looked at to see that they are too many."""
    for number in range(50):
        (tmp_path / str(number)).touch()
    assert measure(tmp_path, MIB, 10).entries == 11


def test_links_are_not_followed(tmp_path):
    """A link that leads out of the folder is neither measured nor emptied."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_bytes(bytes(MIB))
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(outside)
    assert measure(inside, 10 * MIB, 100).bytes < MIB
    remove(inside)
    assert (outside / "file").stat().st_size == MIB
    assert not inside.exists()


def test_no_descriptors_are_left_open(tmp_path):
    """Measuring a hundred times opens nothing for good."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(100):
        measure(tmp_path, MIB, 1)
    assert len(os.listdir("/proc/self/fd")) == before


def test_removing_what_resists(tmp_path):
    """Folders deeper than Python calls functions, names that are no text or look like ours, folders without permissions."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(1100):
            os.mkdir("x")
            os.chdir("x")
    finally:
        os.chdir(here)
    (folder / ".removed-0").mkdir()
    (folder / ".removed-1").write_text("x")
    (folder / os.fsdecode(b"\xff\n")).write_text("x")
    (folder / "closed" / "inner").mkdir(parents=True)
    (folder / "closed" / "inner").chmod(0)
    (folder / "closed").chmod(0)
    remove(folder)
    assert not folder.exists()


def test_removing_a_missing_folder_is_an_error(tmp_path):
    """Silence would hide a mistake of the grader."""
    with pytest.raises(FileNotFoundError):
        remove(tmp_path / "missing")
