"""A demo desk in which every text of everybody, for every reader, holds a word of its own.

The tables and columns are read from the file, so a new one is filled without anybody's help.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import NamedTuple

READERS = (
    "",
    "mentee",
    "coordinator",
    "public",
    "mentee coordinator",
    "mentee public",
    "coordinator public",
    "mentee coordinator public",
)
EVIL = "\x1b]0;owned\x07\x1b[31m\x9b2J"
"""Behind every word what a terminal would obey, as another program could have written it."""
NOT_OURS = ("words", "_sqlite", "sqlite_")
# Columns that hold a key, a date or a word of ours: another one there would be no desk any more.
_STRUCTURE = """
    id at day due due_on since until until_day first_day last_day starts_on ends_on monday kind
    state status side direction verdict zone wall_time weekday rule rid stamp method partstat
    horizon owner letter mark decision choice survey round certificate criterion milestone
    checklist duty playbook snapshot calendar mode track agenda cell days since_time until_time uid
    form set_on lineage ref source made tbl row_id step before after tool_at stage idea key
    question thing_id asked_by proposed_by moved_to known_from known_until times starts_at
    clocks planned_start planned_end since_day period component readers handle name item occasion
"""
STRUCTURE = frozenset(_STRUCTURE.split())
WORDS_ALL_THE_SAME = {
    ("review", "question"),
    ("checklist_tick", "item"),
    ("booking", "name"),
    ("busy_calendar", "name"),
    ("feedback", "form"),
}
UNIQUE_DAYS = {("occurrence", "day"), ("study_week", "monday"), ("survey_answer", "round")}
TYPICAL = {
    "at": "2026-11-20T10:00:00Z",
    "since": "2026-11-20T10:00:00Z",
    "stamp": "2026-11-20T10:00:00Z",
    "starts_at": "2026-12-20T10:00:00Z",
    "day": "2026-11-20",
    "due": "2026-12-20",
    "due_on": "2026-11-20",
    "milestone": "feedback",
    "state": "open",
    "kind": "action",
    "cell": "goal",
    "question": "text",
    "method": "REQUEST",
    "form": "full",
    "partstat": "ACCEPTED",
    "known_from": "2026-01-01T00:00:00Z",
    "known_until": "2040-01-01T00:00:00Z",
    "times": "",
    "duty": "standup",
    "certificate": "mentee",
    "criterion": "meetings",
    "decision": "three-months",
}


class Word(NamedTuple):
    """Where a word stands, and of whom and for whom that is."""

    table: str
    column: str
    mentorship: str
    mentee: str
    about: str
    readers: str


class Filler:
    """Fills a desk's file, and remembers which word it has put where."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        conn.row_factory = sqlite3.Row
        self.words: dict[str, Word] = {}
        self._numbers = count(1)
        self._parents: dict[tuple[str, str, int], str] = {}
        self._members: dict[str, list[str]] = {}

    def fill(self) -> dict[str, Word]:
        """Give every mentee names of one's own, then every table a row for every reader."""
        self.conn.execute("PRAGMA foreign_keys = ON")
        for row in self.conn.execute("SELECT mentorship_id, mentee_id FROM membership"):
            self._members.setdefault(row["mentorship_id"], []).append(row["mentee_id"])
        self._rename("mentee")
        self._rename("team")
        for table in self._tables():
            self._fill_table(table)
        self.conn.commit()
        return self.words

    def _rename(self, table: str) -> None:
        """Names and handles are words, too."""
        for row in self.conn.execute(f"SELECT * FROM {table}").fetchall():
            mentee = row["id"] if table == "mentee" else ""
            mentorship = "" if mentee else row["mentorship_id"]
            for column in dict(row):
                kept = column in STRUCTURE - {"name", "handle"} or column.endswith(("_at", "_id"))
                if not kept:
                    word = self._word(Word(table, column, mentorship, mentee, "", "-"))
                    value = f"{word}@example.org" if column == "email" else f"{word}{EVIL}"
                    value = word if column == "handle" else value
                    self.conn.execute(
                        f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row["id"])
                    )

    def _tables(self) -> list[str]:
        """Every table of the file but the index, each behind those that it refers to."""
        rows = self.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        names = [row[0] for row in rows if not row[0].startswith(NOT_OURS)]
        left = {name: set(self._links(name).values()) - {name} for name in names}
        done = ["mentee", "mentorship", "membership", "team"]
        while rest := [name for name in names if name not in done]:
            done += [name for name in rest if left[name] <= set(done)]
        return done[4:]

    def _links(self, table: str) -> dict[str, str]:
        rows = self.conn.execute(f"PRAGMA foreign_key_list({table})")
        return {row["from"]: row["table"] for row in rows}

    def _fill_table(self, table: str) -> None:
        columns = self.conn.execute(f"PRAGMA table_info({table})").fetchall()
        template = self.conn.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
        known = dict(template) if template else {}
        kinds = self._kinds(table)
        made = 0
        for mentorship, members in self._members.items():
            for number, readers in enumerate(READERS):
                known["kind"] = kinds[number % len(kinds)]
                for about in self._abouts(columns, members):
                    made += self._add(table, columns, known, mentorship, number, readers, about)
        assert made, f"{table} has got no word: say in TYPICAL what its columns need"

    def _kinds(self, table: str) -> list[str]:
        """Every kind that rows of a table are of, so that each is read by each query."""
        names = {row["name"] for row in self.conn.execute(f"PRAGMA table_info({table})")}
        if "kind" not in names:
            return [""]
        rows = self.conn.execute(f"SELECT DISTINCT kind FROM {table} ORDER BY kind")
        return [row["kind"] for row in rows] or [TYPICAL["kind"]]

    def _abouts(self, columns: list[sqlite3.Row], members: list[str]) -> list[str]:
        names = {row["name"] for row in columns}
        if "about_id" in names:
            return ["", *members] if len(members) > 1 else [""]
        return members if "mentee_id" in names else [""]

    def _add(
        self,
        table: str,
        columns: list[sqlite3.Row],
        known: Mapping[str, object],
        mentorship: str,
        number: int,
        readers: str,
        about: str,
    ) -> bool:
        """One row, hung on a parent that everybody may see, else on one with its own readers."""
        for parent in (len(READERS) - 1, number):
            links = self._linked(table, mentorship, parent, about)
            words = dict(self._values(table, columns, known, mentorship, readers, about, links))
            names, marks = ", ".join(words), ", ".join("?" * len(words))
            try:
                self.conn.execute(
                    f"INSERT INTO {table} ({names}) VALUES ({marks})", list(words.values())
                )
            except sqlite3.IntegrityError:
                continue
            self._parents[table, mentorship, number] = str(words["id"])
            self._parents.setdefault((table, "", number), str(words["id"]))
            return True
        return False

    def _linked(
        self, table: str, mentorship: str, number: int, about: str
    ) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for column, other in self._links(table).items():
            if other == "mentorship":
                found[column] = mentorship
            elif other == "mentee":
                found[column] = about or None
            else:
                mine = self._parents.get((other, mentorship, number))
                found[column] = mine or self._parents.get((other, "", number))
        return found

    def _values(
        self,
        table: str,
        columns: list[sqlite3.Row],
        known: Mapping[str, object],
        mentorship: str,
        readers: str,
        about: str,
        links: Mapping[str, str | None],
    ) -> Iterator[tuple[str, object]]:
        has = {row["name"] for row in columns}
        mentee = about if "mentee_id" in has else ""
        owner = mentorship if self._is_owned(links) else ""
        for row in columns:
            name = row["name"]
            if name == "id":
                yield name, f"id-{next(self._numbers)}"
            elif name in ("created_at", "updated_at"):
                yield name, "2026-11-20T10:00:00Z"
            elif name in links:
                yield name, links[name]
            elif name == "readers":
                yield name, readers
            elif row["type"] == "INTEGER":
                yield name, next(self._numbers) if name == "seq" else known.get(name, 1)
            elif self._is_free(table, name):
                where = Word(
                    table, name, owner, mentee, about if "about_id" in has else "",
                    readers if "readers" in has else "-",
                )  # fmt: skip
                yield name, f"{self._word(where)}{EVIL}"
            else:
                yield name, self._structural(table, name, known, row)

    def _is_owned(self, links: Mapping[str, str | None]) -> bool:
        return any(value for value in links.values())

    def _is_free(self, table: str, name: str) -> bool:
        if (table, name) in WORDS_ALL_THE_SAME:
            return True
        return name not in STRUCTURE and not name.endswith(("_at", "_on"))

    def _structural(
        self, table: str, name: str, known: Mapping[str, object], row: sqlite3.Row
    ) -> object:
        if name == "rid":
            start = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=next(self._numbers))
            return f"{start:%Y%m%dT%H%M%S}"
        unique = {"uid", "lineage", "occasion", "step", "row_id", "idea", "period"}
        if name in unique:
            return f"{name}-{next(self._numbers)}"
        if (table, name) in {
            ("occurrence", "day"),
            ("study_week", "monday"),
            ("survey_answer", "round"),
        }:
            return f"20{27 + next(self._numbers) % 60}-01-04"
        if known.get(name) is not None:
            return known[name]
        if not row["notnull"]:
            return None
        return TYPICAL.get(name, "")

    def _word(self, where: Word) -> str:
        word = f"zq{next(self._numbers)}x"
        self.words[word] = where
        return word
