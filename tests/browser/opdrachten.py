"""Commands of `manage.py`, each in a fork of this process: to start Django takes longer than most of them.

Each line of the input is one, as JSON; each line of the output says how it ended and what it said.
"""

import json
import os
import sys
import tempfile
import traceback

import django
from django.core.management import execute_from_command_line


def do(arguments: list[str]) -> tuple[int, str]:
    with tempfile.TemporaryFile("w+") as said:
        if child := os.fork():
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            said.seek(0)
            return code, said.read()
        # The child, which goes on nowhere.
        os.dup2(said.fileno(), sys.stdout.fileno())
        os._exit(_done(arguments))


def _done(arguments: list[str]) -> int:
    try:
        execute_from_command_line(["manage.py", *arguments])
    except SystemExit as end:
        return int(end.code or 0)
    except Exception:  # noqa: BLE001 - of whatever was asked
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        print(json.dumps(do(json.loads(line))), flush=True)
