from django.apps import AppConfig


class MachinekamerConfig(AppConfig):
    name = "machinekamer"
    verbose_name = "Machinekamer"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from machinekamer import alarm, elders, hartslag
        from machinekamer.vragen import let_op
        from werkplek.seinen import ronde_gedaan

        connection_created.connect(let_op, dispatch_uid="trage_vragen")
        ronde_gedaan.connect(hartslag.klop, dispatch_uid="hartslag")
        ronde_gedaan.connect(alarm.sla_alarm, dispatch_uid="alarm")
        elders.begin()
