import os
import socket
import stat

import pytest

from autograder.files import write_atomically


def test_a_file_is_written_with_its_folders_and_nothing_else(tmp_path):
    path = tmp_path / "a" / "b.txt"
    write_atomically(path, "grün\n")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_keeps_the_old_file_and_leaves_no_other(tmp_path):
    path = tmp_path / "b.txt"
    write_atomically(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def pipe(tmp_path):
    """A named pipe, and what arrives in it; it is read without waiting."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    yield path, lambda: os.read(reader, 1000)
    os.close(reader)


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_into_and_not_replaced(linked, pipe, tmp_path):
    path, arrived = pipe
    if linked:
        (tmp_path / "link").symlink_to(path)
    write_atomically(tmp_path / "link" if linked else path, "grün\n")
    assert arrived() == "grün\n".encode()
    assert path.is_fifo()
    assert len(list(tmp_path.iterdir())) == 1 + linked


def test_a_device_is_written_into_and_not_replaced(tmp_path):
    path = tmp_path / "null"
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        path.write_bytes(b"")
    except OSError:
        pytest.skip("devices cannot be made here")
    write_atomically(path, "gone")
    assert path.is_char_device()
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_neither_a_file_nor_a_stream_is_refused(tmp_path):
    with socket.socket(socket.AF_UNIX) as place:
        place.bind(str(tmp_path / "socket"))
        with pytest.raises(OSError, match="is not a file, expected the name of a file"):
            write_atomically(tmp_path / "socket", "text")
        assert (tmp_path / "socket").is_socket()
    with pytest.raises(IsADirectoryError, match="is a folder, expected the name of a file"):
        write_atomically(tmp_path, "text")


def test_a_file_that_is_open_for_output_is_added_to_under_its_number(tmp_path):
    with (tmp_path / "log").open("w") as log:
        print("before", file=log, flush=True)
        write_atomically(f"/proc/self/fd/{log.fileno()}", "text\n")
        log.seek(0, os.SEEK_END)
        print("after", file=log)
    assert (tmp_path / "log").read_text() == "before\ntext\nafter\n"
