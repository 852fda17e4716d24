"""Stories at the prompt: somebody comes in, duties are done, help is asked for."""

from tests.cli.shell import Shell


def test_from_the_first_word_to_the_first_day(shell: Shell) -> None:
    assert "Nobody is on the way in" in shell.out("intake list")
    said = shell.out("intake add Eve Nakamura --playbook codingnomads --from Martin")
    assert "Eve Nakamura is on the way in: eve/codingnomads" in said
    assert "Next: Accepted, up to you." in said
    assert "Still on the way in" in shell.out("milestone list eve")
    shell("note eve 'ten years in a kitchen' --kind background")
    assert "unread" in shell.out("intake list")
    assert "ten years in a kitchen" in shell.out("intake read eve")
    line = shell.out("intake list")
    assert "unread" not in line
    assert "Asked to take a student (1 of 6)  since Tue 24 Nov  next: Accepted" in line
    for n in range(2, 6):
        assert f"(stage {n} of 6)" in shell.out("intake advance eve")
    said = shell.out("intake advance eve --text 'tuesdays at six'")
    assert "It begins today. Next: mentordesk slot set eve --weekly tue 18:00" in said
    assert "Nobody is on the way in" in shell.out("intake list")
    shown = shell.out("intake show eve")
    assert "✓  slot" in shown
    assert "tuesdays at six" in shown
    assert "is active: the way in is behind you both" in shell.refused("intake advance eve")


def test_a_second_one_of_that_name_on_the_way_in_is_told_of(ada: Shell) -> None:
    said = ada.out("intake add Ada Obi --playbook codingnomads")
    assert "There is an Ada Obi already (ada/wealljs); this one is ada-obi/codingnomads." in said


def test_what_is_declined_is_kept(shell: Shell) -> None:
    shell("intake add Eve --playbook wealljs")
    assert "does not come in" in shell.out("intake decline eve --reason 'no time'")
    assert "declined" in shell.out("mentee list")
    assert "no time" in shell.out("mentee show eve")


def test_the_match_is_looked_at_and_decided_by_the_mentor(ada: Shell) -> None:
    listed = ada.out("intake match ada")
    assert "○  cap" in listed
    assert "You mentor 1 of 2 under WeAllJS." in listed
    assert "A mentee has at most 2 mentors there." in listed
    assert "8 of 9 still open" in ada.out("intake match ada cap YES 'one so far'")
    assert "✓  cap" in ada.out("intake match ada")


def test_one_too_many_is_said_on_stderr_and_done(ada: Shell) -> None:
    assert ada("mentee add Bea --playbook wealljs").stderr == ""
    warned = "That makes 3 under WeAllJS, which says 2 at most.\n"
    assert ada("mentee add Cleo --playbook wealljs").stderr == warned
    ada("mentee pause cleo")
    assert ada("mentee resume cleo").stderr == warned
    ada("intake add Dee --playbook wealljs")
    assert "makes 4" in ada("intake advance dee --to introduced").stderr


def test_the_agreement_and_the_weekly_form(shell: Shell) -> None:
    shell("mentee add Chi --playbook carpentries")
    assert shell.out("duty done agreement").count("Done, Tue 24 Nov") == 2
    assert "agreed on Tue 24 Nov" in shell.out("duty list")
    shell("mentee add Eve --playbook codingnomads")
    assert "○  stand-up" in shell.out("duty list codingnomads")
    shell("duty done stand-up --on yesterday")
    assert "✓  stand-up" in shell.out("duty list codingnomads")
    assert "is done this week" in shell.refused("duty done stand-up")
    assert "Onboarding attended" in shell.out("duty tick mentor 2")
    assert "Onboarding attended" in shell.out("duty untick mentor onboarding")


def test_lists_are_ticked_by_number_or_by_words(shell: Shell) -> None:
    shell("mentee add Ben --playbook astropy")
    shell("checklist tick ben first-meeting 1 'took an hour'")
    shell("checklist tick ben first-meeting 'who does'")
    listed = shell.out("checklist list ben")
    assert "first meeting; 1 open" in listed
    assert "took an hour" in listed
    shell("checklist untick ben first-meeting 1")
    assert "first meeting; 2 open" in shell.out("checklist list ben")
    shell("mentee add Ada --playbook wealljs")
    assert "has no checklists" in shell.out("checklist list ada")


def test_help_is_asked_for_without_a_name(ada: Shell) -> None:
    assert "#mentors in the WeAllJS Slack" in ada.out("support ada")
    assert ada.out("support") == ada.out("support list")
    result = ada("support ask ada mentors 'Ada Obi (ada@example.org) is stuck'")
    assert "My mentee (my mentee) is stuck" in result.stdout
    assert "Read it once more" in result.stderr
    assert "Ada Obi (ada@example.org) is stuck" in ada.out("support ada")
    assert ada.out("support link conduct --for ada") == "https://wealljs.org/code-of-conduct\n"
    assert "Nobody answers to “zed”" in ada.refused("support zed")


def test_a_changed_programme_is_offered_and_adopted(ada: Shell) -> None:
    assert "Everybody goes by" in ada.out("playbook offers")
    ada("playbook copy wealljs")
    path = ada.home / "playbooks" / "wealljs.toml"
    path.write_text(path.read_text("utf-8").replace("reserve = 15", "reserve = 12"), "utf-8")
    assert "cadence.reserve  15  →  12" in ada.out("playbook offers")
    assert "from here on" in ada.out("playbook adopt ada")
    assert "Everybody goes by" in ada.out("playbook offers ada")
    assert "nothing differs" in ada.refused("playbook adopt ada")


def test_who_they_are_is_listed_by_kind(ada: Shell) -> None:
    for kind in ("wish", "strength", "background", "development", "motivation", "interest"):
        ada(f"note ada 'a {kind}' --kind {kind}")
    shown = ada.out("mentee show ada").partition("Who they are\n")[2].partition("Lately")[0]
    assert [line.split()[-1] for line in shown.splitlines()] == [
        "background", "interest", "strength", "development", "motivation", "wish",
    ]  # fmt: skip


def test_what_was_said_on_the_way_in_is_found_again(ada: Shell) -> None:
    ada("intake match ada common yes 'both came from music'")
    ada("support ask ada admins 'Ada is quiet lately'")
    ada("intake add Eve --playbook codingnomads --text 'met at the meetup'")
    assert "match" in ada.out("search music")
    assert "help" in ada.out("search lately")
    assert "way in" in ada.out("search meetup")


def test_who_is_on_the_way_in_neither_rests_nor_goes_on(shell: Shell) -> None:
    shell("intake add Eve --playbook codingnomads")
    for verb in ("pause", "resume"):
        said = shell.refused(f"mentee {verb} eve")
        assert said.endswith("Go on with: mentordesk intake advance eve")
