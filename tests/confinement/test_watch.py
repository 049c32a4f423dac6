"""The watch sees what the scratch folder takes, however it is hidden."""

import signal

import pytest

MIB = 2**20


def _many_files(facts):
    number = 0
    while True:
        with open(f"file-{number}", "wb") as file:
            file.write(bytes(2**20))
        number += 1


def _deleted_files(facts):
    import os
    import time

    kept = []
    while len(kept) < 200:
        kept.append(open(f"file-{len(kept)}", "wb", buffering=0))  # noqa: SIM115
        kept[-1].write(bytes(2**20))
        os.unlink(kept[-1].name)
    time.sleep(60)


def _mapped_files(facts):
    import mmap
    import os
    import time

    kept = []
    while len(kept) < 200:
        with open("file", "w+b", buffering=0) as file:
            file.write(bytes(2**20))
            kept.append(mmap.mmap(file.fileno(), 4096))
        os.unlink("file")
        if len(kept) % 8 == 0:
            time.sleep(0.01)
    time.sleep(60)


def _without_names(facts):
    import os
    import time

    for _ in range(200):
        os.write(os.open(".", os.O_TMPFILE | os.O_RDWR), bytes(2**20))
    time.sleep(60)


def _truncated_names(facts):
    number = 0
    while True:
        with open(b"\xff\n (deleted) %d" % number, "wb") as file:
            file.write(bytes(2**20))
        number += 1


@pytest.mark.parametrize(
    "attack", [_many_files, _deleted_files, _mapped_files, _without_names, _truncated_names]
)
def test_the_sum_of_all_files_is_bounded(stand, attack):
    """With names, deleted but open, deleted but mapped, never named, or oddly named."""
    report = stand.run(attack, scratch_bytes=16 * MIB, file_bytes=MIB)
    assert report["excess"] == "wrote more than 16 MiB of files"
    assert report["status"] == -signal.SIGKILL


def test_the_number_of_files_is_bounded(stand):
    """Empty files take no room, but they are counted."""

    def attack(facts):
        import os

        number = 0
        while True:
            os.mkdir(f"folder-{number}")
            os.close(os.open(f"folder-{number}/file", os.O_CREAT))
            number += 1

    assert stand.run(attack, scratch_entries=1000)["excess"] == "made more than 1,000 files"


def test_folders_inside_folders_are_bounded(stand):
    """Deeper than any path is long: seen, stopped and removed all the same."""

    def attack(facts):
        import os
        import time

        for _ in range(5000):
            os.mkdir("x")
            os.chdir("x")
        time.sleep(60)

    assert stand.run(attack)["excess"] == "made folders more than 32 deep"


def test_folders_that_cannot_be_listed_are_not_used_to_hide(nobodys_stand):
    """An ordinary grader cannot look into a folder without permission to list it; making one ends the process."""

    def attack(facts):
        import os
        import time

        os.mkdir("hidden", 0o300)
        time.sleep(60)

    assert nobodys_stand.run(attack)["excess"] == "made a folder that cannot be listed"


def test_memory_files_are_refused(stand):
    """Files in memory could be kept by a small mapping, where nothing could measure them."""

    def attack(facts):
        import os

        os.memfd_create("hidden")

    stand.refused(attack)


def test_honest_work_is_left_alone(stand):
    """Files within the limits, deleted ones too, and a mapped array in a temporary file."""

    def honest(facts):
        import mmap
        import tempfile
        import time

        with open("result.bin", "wb") as file:
            file.write(bytes(8 * 2**20))
        with tempfile.TemporaryFile() as file:
            file.write(bytes(2**20))
            file.flush()
            with mmap.mmap(file.fileno(), 2**20) as memory:
                memory[5] = 7
                time.sleep(0.5)
                return memory[5]

    report = stand.run(honest, scratch_bytes=32 * MIB)
    assert report["value"] == 7
    assert report["excess"] is None


def test_no_thread_has_open_files_of_its_own(stand):
    """Deleted files in a table that only one thread sees would be overlooked, so there are no such tables."""

    def attack(facts):
        import ctypes
        import os

        library = ctypes.CDLL(None, use_errno=True)
        numbers = {"x86_64": (56, 272), "aarch64": (220, 97)}[os.uname().machine]
        vm, fs, sighand, thread = 0x100, 0x200, 0x800, 0x10000
        stack = ctypes.create_string_buffer(65536)
        results = [
            library.syscall(numbers[0], vm | fs | sighand | thread, ctypes.addressof(stack) + 32768, 0, 0, 0),
            library.syscall(numbers[1], 0x400),  # unshare(CLONE_FILES)
            library.syscall(436, 200, 201, 2),  # close_range(..., CLOSE_RANGE_UNSHARE)
        ]
        os.closerange(200, 202)
        return results

    assert stand.value(attack) == [-1, -1, -1]
