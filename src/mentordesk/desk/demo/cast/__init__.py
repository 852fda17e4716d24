"""People nobody has met, in as many zones, under each of the playbooks that ship."""

from mentordesk.desk.demo.cast.ada import ADA
from mentordesk.desk.demo.cast.ben import BEN
from mentordesk.desk.demo.cast.crew import CREW
from mentordesk.desk.demo.cast.dee import DEE
from mentordesk.desk.demo.cast.haruka import HARUKA
from mentordesk.desk.demo.cast.ines import INES
from mentordesk.desk.demo.cast.leila import LEILA
from mentordesk.desk.demo.cast.nour import NOUR
from mentordesk.desk.demo.cast.past import JUN, MIRELA, PRIYA, ZOFIA
from mentordesk.desk.demo.cast.sola import SOLA
from mentordesk.desk.demo.cast.tomas import TOMAS

CAST = (ADA, SOLA, NOUR, HARUKA, BEN, DEE, INES, LEILA, TOMAS, CREW, MIRELA, JUN)
ARRIVING = (PRIYA, ZOFIA)
