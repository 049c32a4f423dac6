"""A confined process reads the installation, writes its scratch folder, and reaches no other file."""

import pytest

ABIS = (1, 2, 3, 4, 5, 6)


def test_reads_no_file_of_course_home_or_others(stand):
    """Neither solutions, nor other submissions, nor the gradebook, nor keys can be opened or listed."""

    def attack(facts):
        import os

        opened = []
        for path in [*facts["files"], "/etc/shadow", "/etc/passwd", "/root/.bashrc"]:
            for action in (open, os.listdir, lambda path: os.open(path, os.O_RDONLY)):
                for target in (path, os.path.dirname(path)):
                    try:
                        action(target)
                        opened.append(target)
                    except (PermissionError, NotADirectoryError, IsADirectoryError, FileNotFoundError):
                        pass
        return opened

    assert stand.value(attack) == []


def test_reads_nothing_of_proc(stand):
    """Neither its own nor anyone's memory, environment, command line, descriptors or mappings."""

    def attack(facts):
        import os

        opened = []
        names = ("mem", "environ", "cmdline", "maps", "status", "fd", "root", "task", "auxv", "map_files")
        for process in ("1", "self", "thread-self", str(facts["parent"])):
            for name in (
                names if "self" in process else (*names, "cwd", "fd/0")
            ):  # one's own folder is the scratch folder
                path = f"/proc/{process}/{name}"
                for action in (open, os.listdir):
                    try:
                        action(path)
                        opened.append(path)
                    except OSError:
                        pass
        for path in ("/proc", "/proc/mounts", "/proc/keys", "/sys", "/dev", "/dev/shm", "/run", "/"):
            try:
                os.listdir(path)
                opened.append(path)
            except OSError:
                pass
        return opened

    assert stand.value(attack) == []


def test_links_of_other_processes_lead_nowhere(stand):
    """Not even the names of the grader's folder, program and files are told."""

    def attack(facts):
        import os

        told = []
        for name in ("cwd", "exe", "root", "fd/0", f"fd/{facts['inherited']}"):
            try:
                told.append(os.readlink(f"/proc/{facts['parent']}/{name}"))
            except PermissionError:
                pass
        return told

    assert stand.value(attack) == []


@pytest.mark.parametrize("abi", ABIS)
def test_changes_nothing_outside_the_scratch_folder(stand, abi):
    """With each Landlock since the first: nothing is written, truncated, removed, renamed or linked."""

    def attack(facts):
        import os
        import shutil
        import sys

        victim, folder = facts["files"][2], facts["folder"]
        mine = os.path.abspath("mine")
        with open(mine, "w") as file:
            file.write("mine")
        library = os.__file__
        write = os.O_WRONLY | os.O_CREAT
        attacks = [
            lambda: os.open(victim, write | os.O_TRUNC),
            lambda: os.open(victim, write | os.O_APPEND),
            lambda: os.open(victim, os.O_RDONLY | os.O_TRUNC),
            lambda: os.open(library, os.O_RDONLY | os.O_TRUNC),
            lambda: os.open(library, os.O_WRONLY),
            lambda: os.truncate(victim, 0),
            lambda: os.truncate(library, 0),
            lambda: os.unlink(victim),
            lambda: os.rename(victim, "stolen"),
            lambda: os.rename(mine, victim),
            lambda: os.rename(mine, folder + "/moved"),
            lambda: os.replace(folder + "/course", "course"),
            lambda: os.link(victim, "hard"),
            lambda: os.link(library, "hard"),
            lambda: os.link(mine, folder + "/hard"),
            lambda: os.symlink(victim, "soft"),
            lambda: os.symlink("/", folder + "/soft"),
            lambda: os.mkdir(folder + "/new"),
            lambda: os.rmdir(folder + "/home"),
            lambda: os.mkfifo(folder + "/fifo"),
            lambda: os.mknod("device", 0o20666, os.makedev(1, 1)),
            lambda: shutil.rmtree(folder + "/course"),
            lambda: os.open(folder, os.O_TMPFILE | os.O_RDWR),
            lambda: os.open("/dev/shm/x", write),
            lambda: os.open("/tmp/x", write),
            lambda: os.open("/var/tmp/x", write),
            lambda: os.open(os.path.dirname(library) + "/sitecustomize.py", write),
            lambda: os.open(sys.prefix + "/x", write),
            lambda: os.setxattr(victim, "user.x", b"1"),
            lambda: os.chown(victim, 0, 0),
            lambda: os.chroot(facts["scratch"]),
        ]
        through = []
        for number, attempt in enumerate(attacks):
            try:
                attempt()
                through.append(number)
            except OSError:
                pass
        return through

    assert stand.value(attack, abi=abi) == []


def test_modes_and_dates_stay(stand):
    """Changing modes and dates is done without effect: what Landlock does not guard must not happen."""

    def attack(facts):
        import os

        victim = facts["files"][2]
        before = os.stat(victim)
        os.chmod(victim, 0o777)
        os.utime(victim, (1, 1))
        after = os.stat(victim)
        return [before.st_mode == after.st_mode, before.st_mtime == after.st_mtime]

    assert stand.value(attack) == [True, True]


def test_an_honest_copy_works(stand):
    """`shutil.copy`, folders, moving between folders and temporary files work in the scratch folder."""

    def honest(facts):
        import os
        import shutil
        import tempfile

        with open("a.txt", "w") as file:
            file.write("a")
        shutil.copy("a.txt", "b.txt")
        shutil.copy2("a.txt", "c.txt")
        os.makedirs("folder/inner")
        shutil.move("b.txt", "folder/inner/b.txt")
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as file:
            file.write(b"x")
            inside = name.startswith(facts["scratch"])
        shutil.rmtree("folder")
        home = os.path.expanduser("~")
        return [sorted(os.listdir()), inside, home == os.getcwd() == facts["scratch"]]

    assert stand.value(honest) == [["a.txt", "c.txt"], True, True]


def test_inherited_descriptors_are_closed(stand):
    """A descriptor that the parent left open, even an inheritable one, is gone; only the answer's pipe is left."""

    def attack(facts):
        import os

        found = []
        for descriptor in range(256):
            try:
                os.fstat(descriptor)
                found.append(descriptor)
            except OSError:
                pass
        null = os.stat("/dev/null").st_rdev
        return [facts["inherited"] in found, len(found), [os.fstat(n).st_rdev == null for n in (0, 1)]]

    assert stand.value(attack) == [False, 4, [True, True]]  # 0, 1, 2 and the pipe


def test_only_harmless_devices_open(stand):
    """`null`, `zero`, `random` and `urandom` open; terminals, disks and memory do not."""

    def attack(facts):
        import os

        opened = []
        for name in (
            "null",
            "zero",
            "random",
            "urandom",
            "tty",
            "console",
            "mem",
            "kmsg",
            "vda",
            "sda",
            "ptmx",
            "full",
        ):
            try:
                os.close(os.open(f"/dev/{name}", os.O_RDONLY))
                opened.append(name)
            except OSError:
                pass
        with open("/dev/null", "w") as file:
            file.write("x")
        try:
            os.openpty()
            opened.append("openpty")
        except OSError:
            pass
        return opened

    assert stand.value(attack) == ["null", "zero", "random", "urandom"]


def test_handles_of_files_are_refused(stand):
    """`name_to_handle_at` and `open_by_handle_at`, with which root once climbed out of containers, do nothing."""

    def attack(facts):
        import ctypes
        import os

        library = ctypes.CDLL(None, use_errno=True)
        handle = ctypes.create_string_buffer(256)
        handle[0:4] = (128).to_bytes(4, "little")
        number = ctypes.c_int()
        results = [
            library.name_to_handle_at(-100, os.fsencode(facts["files"][0]), handle, ctypes.byref(number), 0),
            ctypes.get_errno(),
            library.open_by_handle_at(os.open(".", os.O_RDONLY), handle, 0),
            ctypes.get_errno(),
        ]
        return results

    assert stand.value(attack) == [-1, 1, -1, 1]


def test_environment_holds_no_secret(stand):
    """Variables that a numerical program does not need are gone."""

    def attack(facts):
        import os

        return [facts["secret"] in str(os.environ), os.environ["OMP_NUM_THREADS"], "API_TOKEN" in os.environ]

    assert stand.value(attack) == [False, "1", False]
