"""What the demo tells, kern by kern."""

from demo.inhoud.asperen import ASPEREN
from demo.inhoud.beesd import BEESD
from demo.inhoud.hellouw import HELLOUW
from demo.inhoud.herwijnen import HERWIJNEN
from demo.inhoud.heukelum import HEUKELUM
from demo.inhoud.tricht import TRICHT
from demo.inhoud.vorm import KernInhoud

DORPEN: list[KernInhoud] = [BEESD, HEUKELUM, ASPEREN, HELLOUW, HERWIJNEN, TRICHT]
