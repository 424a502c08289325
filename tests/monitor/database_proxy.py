"""A wire between the site and its database that can be cut: to the site, the database is then away."""

import contextlib
import socket
import struct
import threading

RESET = struct.pack("ii", 1, 0)  # a closed connection is reset at once


class Wire:
    """Listens on a port of this machine and carries bytes to and from the database at `target`."""

    def __init__(self, target: tuple[str, str]) -> None:
        self.target = target  # host or a socket's folder, and the port
        self.listener = listening(0)
        self.port = self.listener.getsockname()[1]
        self.ends: list[socket.socket] = []
        self.accept()

    def accept(self) -> None:
        threading.Thread(target=self._accept, args=[self.listener], daemon=True).start()

    def cut(self) -> None:
        """Break every connection that there is; new ones are carried."""
        ends, self.ends = self.ends, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def stop(self) -> None:
        """Break every connection and refuse new ones."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.cut()

    def start(self) -> None:
        """Carry again, on the same port."""
        self.listener = listening(self.port)
        self.accept()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
                far = connected(*self.target)
            except OSError:
                return
            self.ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=carry, args=[source, sink], daemon=True).start()


def listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(64)
    return listener


def connected(host: str, port: str) -> socket.socket:
    """A connection to a server by its address, or by the folder of its socket."""
    if not host.startswith("/"):
        return socket.create_connection((host, int(port)))
    end = socket.socket(socket.AF_UNIX)
    end.connect(f"{host}/.s.PGSQL.{port}")
    return end


def carry(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
