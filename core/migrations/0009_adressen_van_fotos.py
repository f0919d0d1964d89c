"""Which photos visitors have the addresses of. Of those that are there already, and of what the version before this one still
takes in, it isn't known: they count as shown, and what no page shows is closed by the first round of the work."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0008_plek")]

    operations = [
        migrations.AddField(
            model_name="bloeiimage",
            name="getoond",
            field=models.BooleanField(db_default=True, default=False, editable=False),
        ),
        migrations.AddField(
            model_name="bloeiimage",
            name="merk",
            field=models.CharField(db_default="", default="", editable=False, max_length=16),
        ),
    ]
