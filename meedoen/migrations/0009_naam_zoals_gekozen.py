from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def zoals_het_stond(apps, schema_editor):
    """Until now the choice of who wrote it held for all they wrote."""
    Reactie = apps.get_model("meedoen", "Reactie")
    inwoner = apps.get_model("inwoners", "Inwoner").objects.filter(pk=OuterRef("inwoner"))
    Reactie.objects.filter(inwoner__isnull=False).update(
        naam_openbaar=Subquery(inwoner.values("naam_openbaar")), kern=Subquery(inwoner.values("kern"))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("inwoners", "0001_initial"),
        ("meedoen", "0008_papier_overal"),
    ]

    operations = [
        migrations.AddField(
            model_name="reactie",
            name="kern",
            field=models.CharField(blank=True, db_default="", default="", max_length=10, verbose_name="kern"),
        ),
        migrations.AddField(
            model_name="reactie",
            name="naam_openbaar",
            field=models.CharField(
                choices=[("kort", "voornaam en eerste letter"), ("voluit", "voluit")],
                db_default="kort",
                default="kort",
                max_length=10,
                verbose_name="zo staat de naam erbij",
            ),
        ),
        migrations.RunPython(zoals_het_stond, migrations.RunPython.noop),
    ]
