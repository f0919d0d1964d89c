from demo.inhoud.beesd.agenda import AGENDA
from demo.inhoud.beesd.kern import KERN
from demo.inhoud.beesd.kernagenda import KERNAGENDA
from demo.inhoud.beesd.oproepen import OPROEPEN
from demo.inhoud.beesd.projecten import PROJECTEN
from demo.inhoud.vorm import KernInhoud

BEESD = KernInhoud("beesd", KERN, KERNAGENDA, PROJECTEN, OPROEPEN, AGENDA)
