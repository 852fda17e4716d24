"""A programme as a mentor reads it: sections in words, each folded to one line until asked for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.duties import Obligations
from mentordesk.domain.intake import Load
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.playbook_changes import Offer
from mentordesk.domain.text import counted
from mentordesk.tui.presentation import programme_parts as parts
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit, hanging, pad, plain

if TYPE_CHECKING:
    from mentordesk.desk.playbooks import Entry


class Section(NamedTuple):
    """A folded part of the page: what it is called, a word on what is in it, and its lines."""

    key: str
    title: str
    says: str
    lines: Sequence[parts.Line]


def programme_rows(sections: Iterable[Section], opened: Collection[str], look: Look) -> list[Row]:
    """The sections one below the other, the opened ones with their lines."""
    rows: list[Row] = []
    for section in sections:
        is_open = section.key in opened
        head = [("▾ " if is_open else "▸ ", "accent"), (section.title, "strong")]
        says = fit(section.says, max(look.width - len(section.title) - 8, 0))
        rows.append(Row(f"section:{section.key}", head, [(says, "dim")]))
        for n, line in enumerate(section.lines if is_open else ()):
            key = line.key or f"line:{section.key} {n}"
            mark = ("  " + line.mark, line.mark_part)
            rows += hanging(key, mark, line.text, look.width - 3, line.part)
    return rows


def sections(found: Playbook, own: Obligations, look: Look) -> list[Section]:
    """Everything a playbook says, for reading; what it does not have is left out.

    On a shared screen so is what the mentor has done of it.
    """
    much = parts.how_many
    every = (
        ("rhythm", "Rhythm and numbers", parts.rhythm(found), parts.numbers(found, own)),
        ("agendas", "Agendas", much(found.agendas, "agenda"), parts.agendas(found)),
        (
            "closing", "At the end of a call", much(found.wrap_up, "question"),
            parts.questions(found.wrap_up),
        ),
        ("agree", "What is agreed", parts.agreed(found), parts.agreement(found)),
        ("roles", "Who does what", "", parts.roles(found)),
        ("in", "The way in, and the match", much(found.intake, "stage"), parts.way(found)),
        ("duties", "Your own side", parts.still_open(own), parts.duties(own, look)),
        ("dates", "Dates and decisions", much(found.milestones, "date"), parts.dates(found)),
        ("lists", "Checklists", much(found.checklists, "list"), parts.checklists(found)),
        ("goals", "Goals and plan", "", parts.goals(found)),
        ("tracks", "Outlines", much(found.tracks, "outline"), parts.tracks(found)),
        ("ideas", "Ideas and manner", "", parts.ideas(found)),
        ("help", "Help, trust, links", "", parts.helping(found)),
        ("end", "How it ends", "", parts.ending(found)),
        ("source", "Where this comes from", found.source_date, parts.source(found)),
    )  # fmt: skip
    read = (Section(key, title, says, list(lines)) for key, title, says, lines in every)
    hidden = {"duties"} if look.shared else set()
    return [section for section in read if section.lines and section.key not in hidden]


def problem_rows(problems: Sequence[str], look: Look) -> list[Row]:
    """What is wrong with a file of the mentor's own, a sentence a mistake."""
    head = [plain("This file cannot be used as it stands:", "warn")]
    found = [row for one in problems for row in hanging("line:p", ("! ", "warn"), one, look.width)]
    return head + [r._replace(key=f"line:p {n}") if r.key else r for n, r in enumerate(found)]


def shelf_rows(entries: "Sequence[Entry]", loads: Mapping[str, Load], width: int) -> list[Row]:
    """The programmes there are: whose file it is, and how many you mentor under each."""
    return [_shelved(one, loads.get(one.slug), width) for one in entries]


def _shelved(one: "Entry", load: Load | None, width: int) -> Row:
    counted = load.counted() if load else ""
    warned = bool(load and load.hint())
    whose: Seg = ("broken", "warn") if one.problem else ("yours" if one.mine else "", "dim")
    room = width - len(counted) - len(whose[0]) - 6
    left: list[Seg] = [(pad(one.title, max(room, 8)) + " ", "strong" if load else "")]
    right: list[Seg] = [(f"{counted} ", "warn" if warned else "accent"), whose]
    return Row(f"slug:{one.slug}", left, right)


def playbooks_headline(
    entries: "Sequence[Entry]", loads: Iterable[Load], *, shared: bool = False
) -> Row:
    """How many programmes there are, and under how many somebody is mentored.

    On a `shared` screen the latter is nobody's business.
    """
    own = sum(one.mine for one in entries)
    said = f" · {len(entries)} programmes · {own} of your own"
    said += "" if shared else f" · {len(list(loads))} in use"
    return Row("", [(" Playbooks", "strong"), (said, "")])


def offer_rows(offers: Sequence[Offer], look: Look) -> list[Row]:
    """Who goes by an older version of it; choosing one shows what differs."""
    return [
        Row(
            f"offer:{one.address}",
            [("△ ", "warn"), (fit(f"{one.name} began with another version", look.width - 22), "")],
            [(f"{counted(len(one.changes), 'key')} changed", "dim")],
        )
        for one in offers
    ]
