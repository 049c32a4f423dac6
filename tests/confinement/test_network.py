"""A confined process reaches nobody: no network, no local sockets, no queues."""

import pytest


def test_no_socket_of_any_kind(stand):
    """Sockets of every family and kind are refused before there is anything to connect."""

    def attack(facts):
        import socket

        got = []
        for family in range(46):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
                try:
                    socket.socket(family, kind).close()
                    got.append((family, kind))
                except PermissionError:
                    pass
        return got

    assert stand.value(attack) == []


@pytest.mark.parametrize("target", ["tcp", "udp", "unix", "abstract"])
def test_nothing_that_listens_is_reached(stand, target):
    """Servers that wait on the machine, as databases and notebooks do, are not reached."""

    def attack(facts):
        import socket

        return [socket.create_connection(("127.0.0.1", facts["tcp"]), timeout=2)]

    def attack_udp(facts):
        import socket

        return socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", facts["udp"]))

    def attack_unix(facts):
        import socket

        return socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", facts["unix"])

    def attack_abstract(facts):
        import socket

        return socket.socket(socket.AF_UNIX).connect(facts["abstract"])

    attacks = {"tcp": attack, "udp": attack_udp, "unix": attack_unix, "abstract": attack_abstract}
    stand.refused(attacks[target])


def test_a_pair_of_sockets_reaches_only_itself(stand):
    """asyncio works with a pair of stream sockets; datagrams, addresses and passing descriptors are refused."""

    def attack(facts):
        import asyncio
        import socket

        async def double(x):
            await asyncio.sleep(0.001)
            return 2 * x

        left, right = socket.socketpair()
        left.send(b"hello")
        results = [asyncio.run(double(21)), right.recv(5).decode()]
        attempts = [
            lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM),
            lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET),
            lambda: left.connect(facts["unix"]),
            lambda: left.bind("own"),
            lambda: left.sendto(b"x", facts["unix"]),
            lambda: left.sendmsg([b"x"]),
            lambda: socket.send_fds(left, [b"x"], [0]),
            lambda: right.recvmsg(1),
            lambda: left.listen(),
        ]
        for number, attempt in enumerate(attempts):
            try:
                attempt()
                results.append(number)
            except PermissionError:
                pass
        return results

    assert stand.value(attack) == [42, "hello"]


def test_no_queues_or_shared_memory(stand):
    """System V and POSIX queues, semaphores and shared memory would be seen by others and outlive the process."""

    def attack(facts):
        import ctypes
        import multiprocessing.shared_memory

        library = ctypes.CDLL(None, use_errno=True)
        results = [
            library.shmget(0, 4096, 0o1600),
            library.semget(0, 1, 0o1600),
            library.msgget(0, 0o1600),
            library.mq_open(b"/queue", 0o102, 0o600, None),
        ]
        try:
            multiprocessing.shared_memory.SharedMemory(create=True, size=10)
        except OSError:
            results.append("refused")
        return results

    assert stand.value(attack) == [-1, -1, -1, -1, "refused"]
