"""Desks that several stories begin with."""

import pytest
from tests import builders

from mentordesk.desk import Desk


@pytest.fixture
def nomad(desk: Desk) -> Desk:
    """A desk with Nora, under CodingNomads, in Lagos."""
    desk.people.add("Nora", playbook="codingnomads", zone="Africa/Lagos")
    return desk


@pytest.fixture
def ada(desk: Desk) -> Desk:
    """A desk with Ada, under WeAllJS."""
    builders.ada(desk)
    return desk
