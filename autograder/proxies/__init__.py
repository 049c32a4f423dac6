"""Student objects from afar: the examiner's side (`Client`) and the student's side (`Server`) of grading.

    client = Client(Channel(...))                  # trusted; runs check cells
    exec(code, namespace(client, names(source)))   # a name that the cell does not define is asked of the student

    Server(namespace, Channel(...)).run()          # untrusted; has run the student's cells

Plain data comes by value, everything else as a `Proxy`. A check cannot tell the difference from running where the
student's code runs, but that arithmetic with a student's instance is refused, and that an array which it reads is a copy.
"""

from autograder.proxies.client import Client
from autograder.proxies.namespace import Namespace, names, namespace
from autograder.proxies.proxy import Proxy
from autograder.proxies.server import Server

__all__ = ["Client", "Namespace", "Proxy", "Server", "names", "namespace"]
