"""The form in which somebody uploads a picture: whatever a telephone makes is taken, or refused in plain words."""

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.forms.fields import FileField
from django.template.defaultfilters import filesizeformat
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.formulieren.verplicht import zeg_wat_er_moet
from core.fotos.beschrijving import is_bestandsnaam
from core.fotos.bestand import maak_schoon


class FotoVeld(WagtailImageField):
    """Takes a picture by its bytes, and gives it back as it may be kept."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = f"Een foto van je telefoon mag gewoon, tot {filesizeformat(self.max_upload_size)}. Waar en waarmee hij gemaakt is, bewaren we niet."
        self.error_messages["file_too_large"] = (
            "Deze foto is te zwaar (%(file_size)s). Kies een foto tot %(max_filesize)s."
        )

    def to_python(self, data: File | None) -> File | None:
        # Not WagtailImageField's own: that reads a picture in full before it looks at how large it is.
        bestand = FileField.to_python(self, data)
        if bestand is None:
            return None
        self.check_image_file_size(bestand)
        return maak_schoon(bestand)


class FotoForm(BaseImageForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            oud = self.fields["file"]
            self.fields["file"] = FotoVeld(label=oud.label, required=oud.required, widget=oud.widget)
        zeg_wat_er_moet(self.fields, in_venster=True)

    def clean_alt_tekst(self) -> str:
        tekst = self.cleaned_data["alt_tekst"]
        if is_bestandsnaam(tekst):
            fout = "Dit lijkt de naam van een bestand. Vertel wat er te zien is, zoals: kinderen planten een boom op het plein."
            # In a pop-up, of which the fields have a prefix, it stays chosen (static/werkplek/gekozen.js).
            kwijt = "file" in self.files and not self.prefix
            raise ValidationError(f"{fout} Kies ook het bestand opnieuw." if kwijt else fout)
        return tekst
