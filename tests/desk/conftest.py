"""Desks that several stories begin with."""

from pathlib import Path

import pytest
from tests import builders
from tests.conftest import Clock

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


@pytest.fixture
def invited(desk: Desk, clock: Clock, tmp_path: Path) -> Desk:
    """A mentor who invited Ada, of Lagos, to ten Thursdays at six in Berlin, yesterday."""
    desk.mentor, desk.email = "Bo Lund", "bo@example.org"
    builders.ada(desk, email="Ada@example.org")
    builders.slot(desk, count=10)
    desk.invites.write("ada", tmp_path)
    clock.advance(days=1)
    return desk
