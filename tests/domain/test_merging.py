"""Two windows' texts become one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.merging import MARKER, both_texts


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a", "a b", "a", "a b"),
        ("a", "a", "a\nb", "a\nb"),
        ("a", "a b", "a b", "a b"),
        ("a", "a\nmine", "a\ntheirs", f"a\nmine\n\n{MARKER}\ntheirs"),
        ("a\nb", "a\nb\nmine", "a", "a\nb\nmine"),
        ("yes", "yes\nmine", "yes\nyes", f"yes\nmine\n\n{MARKER}\nyes"),
        ("", "mine", "theirs", f"mine\n\n{MARKER}\ntheirs"),
        ("a\n", "a\nmine\n", "a\n\n \n", "a\nmine\n"),
    ],
)
def test_two_texts_become_one_that_has_both(base: str, mine: str, theirs: str, both: str) -> None:
    assert both_texts(base, mine, theirs) == both


texts = st.lists(st.sampled_from(["a", "b", "! c", "", "  "]), max_size=8).map("\n".join)


@given(texts, texts, texts)
def test_no_line_that_anybody_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    kept = Counter(both_texts(base, mine, theirs).split("\n"))
    written = Counter(theirs.split("\n")) - Counter(base.split("\n"))
    written += Counter(mine.split("\n")) - Counter(base.split("\n"))
    for line in written:
        assert not line.strip() or kept[line]
    if mine != base:
        assert all(kept[line] >= n for line, n in Counter(mine.split("\n")).items() if line.strip())
