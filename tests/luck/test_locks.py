"""A lock belongs to one process, and dies with it."""

import subprocess
import sys

from autograder.locks import FileLock


def test_one_at_a_time(tmp_path):
    path = tmp_path / "new" / "lock"
    first, second = FileLock(path), FileLock(path)
    assert first.take()
    assert not second.take()
    first.give_back()
    assert second.take()
    second.give_back(remove=True)
    assert not path.exists()
    second.give_back()  # harmless


def test_it_ends_with_its_owner(tmp_path):
    path = tmp_path / "lock"
    holder = (
        "lock = FileLock(Path(sys.argv[1])); assert lock.take(); print('held', flush=True); time.sleep(60)"
    )
    code = "import sys, time\nfrom pathlib import Path\nfrom autograder.locks import FileLock\n" + holder
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
    try:
        assert process.stdout.readline() == b"held\n"
        with FileLock(path) as lock:
            assert not lock.take()
            assert lock.owner() == str(process.pid)
            process.kill()
            process.wait()
            assert lock.take()
    finally:
        process.kill()
        process.communicate()


def test_a_lock_that_is_removed_while_another_waits_for_it_is_taken_anew(tmp_path, monkeypatch):
    """Whoever has opened the file of the owner before must not think that it has the lock."""
    path = tmp_path / "lock"
    first, second = FileLock(path), FileLock(path)
    assert first.take()
    looks = []
    is_current = FileLock._is_current

    def slow(self, file):
        looks.append(file)
        if len(looks) == 1:
            path.unlink()  # as the owner does when it gives back
        return is_current(self, file)

    first.give_back()
    monkeypatch.setattr(FileLock, "_is_current", slow)
    assert second.take()
    assert len(looks) == 2
    assert path.exists()
    second.give_back()
