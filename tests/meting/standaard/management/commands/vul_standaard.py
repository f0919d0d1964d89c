import json
from argparse import ArgumentParser
from pathlib import Path, PurePosixPath

from django.core.management.base import BaseCommand
from wagtail.models import Page, Site

from tests.meting.standaard.models import TekstPage


class Command(BaseCommand):
    help = "Fills the stock site with the text of Bloei! (tests.meting.inhoud.teksten), once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: object, bestand: Path, **options: object) -> None:
        if TekstPage.objects.exists():
            return
        Page.objects.filter(depth=2).delete()
        gemaakt: dict[str, Page] = {}
        for tekst in sorted(json.loads(bestand.read_text()), key=lambda tekst: tekst["pad"].count("/")):
            pad = PurePosixPath(tekst["pad"])
            ouder = gemaakt.get(str(pad.parent)) if pad.name else Page.get_first_root_node()
            if ouder is not None:
                gemaakt[str(pad)] = ouder.add_child(instance=_pagina(pad.name or "home", tekst))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "127.0.0.1", "root_page": gemaakt["/"]}
        )


def _pagina(slug: str, tekst: dict) -> TekstPage:
    return TekstPage(
        title=tekst["titel"],
        slug=slug,
        samenvatting=tekst["samenvatting"],
        inhoud=[("tekst", alinea) for alinea in tekst["inhoud"]],
    )
