"""What the watch makes of a process that cannot be looked into, as the kernel shows it while it ends."""

import pytest

from autograder.confinement import Confines
from autograder.confinement.watch import Watch

STAT = "4711 (a (b) c) {state} 1 1 1 0 -1 {flags} 0 0 0 0 0 0 0 0 20 0 1 0 0"


@pytest.fixture
def refusing(tmp_path, monkeypatch):
    """A watch over a process of which only `stat` can be read, as (state, flags) say."""

    def refusing(state, flags):
        watch = Watch(1, tmp_path / "scratch", Confines())
        (tmp_path / "stat").write_text(STAT.format(state=state, flags=flags))
        watch._process = tmp_path

        def refuse():
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(watch, "_excess", refuse)
        return watch

    return refusing


@pytest.mark.parametrize(("state", "flags"), [("R", 0x400044), ("D", 0x4), ("Z", 0x400040), ("X", 0)])
def test_a_process_that_ends_may_take_its_time(refusing, state, flags):
    watch = refusing(state, flags)
    assert [watch.look() for _ in range(5)] == [None] * 5


def test_a_process_that_is_gone_is_no_longer_watched(refusing, tmp_path):
    watch = refusing("R", 0x4)
    (tmp_path / "stat").unlink()
    assert [watch.look() for _ in range(3)] == [None] * 3


def test_a_process_that_goes_on_must_let_itself_be_looked_into(refusing):
    watch = refusing("R", 0x400040)
    assert watch.look() is None, "it may have begun to end since"
    with pytest.raises(PermissionError):
        watch.look()
