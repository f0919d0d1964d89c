import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site_bloei.village import USERS, Village, let_go, open_directory, village_of


@pytest.fixture
def base() -> Iterator[Path]:
    with open_directory() as path:
        yield path


@pytest.fixture(params=USERS.values(), ids=USERS.keys())
def empty_village(request: pytest.FixtureRequest) -> Iterator[Village]:
    """Where PostgreSQL never ran yet."""
    with village_of(request.param) as village:
        yield village


@pytest.fixture(scope="module", params=USERS.values(), ids=USERS.keys())
def first_village(request: pytest.FixtureRequest) -> Iterator[Village]:
    """Where it ran once and was stopped; the others are copies of it, because a first start takes seconds."""
    with village_of(request.param) as village:
        holder, _ = village.hold()
        let_go(holder)
        yield village


@pytest.fixture
def village(first_village: Village) -> Iterator[Village]:
    """Where it ran before."""
    with village_of(first_village.uid) as village:
        subprocess.run(["cp", "-Rp", first_village.var, village.var], check=True)
        yield village
