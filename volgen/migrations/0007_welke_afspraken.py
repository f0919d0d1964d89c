from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volgen", "0006_kanaal_krijgt_berichten"),
    ]

    operations = [
        migrations.AddField(
            model_name="gevolgd",
            name="afspraken",
            field=ArrayField(base_field=models.UUIDField(), db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name="wijziging",
            name="afspraken",
            field=ArrayField(base_field=models.UUIDField(), db_default=[], default=list, size=None),
        ),
    ]
