from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meedoen", "0006_vraag_van_een_inwoner"),
    ]

    operations = [
        migrations.AddField(
            model_name="aanmelding",
            name="wil_afspraken",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="wil horen wat er is afgesproken"
            ),
        ),
    ]
