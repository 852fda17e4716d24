# The first call of a mentorship, from an empty desk to the recap and the invite.
at 2026-11-23 20:10 Europe/Berlin
$ mentordesk today
$ mentordesk mentee add Ada Obi --playbook wealljs --tz Africa/Lagos --email ada@example.org
$ mentordesk slot set ada --weekly tue 18:00 --tz Europe/Berlin --minutes 60 --count 12
$ mentordesk next
$ mentordesk brief ada

# Another mentee, who has text of every kind; none of it may reach Ada.
$ mentordesk mentee add Ben Lund --playbook one-to-one --tz Europe/London
$ mentordesk slot set ben --weekly thu 20:30
$ mentordesk note ben "likes hard questions" --for mentee
$ mentordesk do ben "send the Fluent Python chapter" --due fri
$ mentordesk goal add ben give a talk --measure "talk accepted"
$ mentordesk log ben chat 10m helped with a traceback

# Ada's card fills up between calls, from the shell.
$ mentordesk note ada "her company may close the office" --kind concern
$ mentordesk goal add ada first change in an open source project --horizon 90
$ mentordesk session agenda ada --add "Which editor does she use" --minutes 5

# Tuesday.
at 2026-11-24 17:55 Europe/Berlin
$ mentordesk status
$ mentordesk status --format "{who} {in} ({start}–{end})"
at 2026-11-24 18:00 Europe/Berlin
$ mentordesk session start ada
$ mentordesk session start ben
at 2026-11-24 18:25 Europe/Berlin
$ mentordesk session agenda --tick 1 --tick 2 --tick 3
$ mentordesk session agenda --park 4
$ mentordesk session note ada "generators click now, wrote two herself"
$ mentordesk session note ada - <<END
[ ] @ada push lab 7 by fri
[ ] @me intro to Grace by 1 dec
[ ] @network a desk at the meetup
! grant for the conference, closes 12 dec
? when is a dataclass the right thing
?? decorators with arguments
+ first pull request merged
> we went through generators and lab 7
END
$ mentordesk session note ada
$ mentordesk status --format "{name} {left} min {phase}"
at 2026-11-24 18:52 Europe/Berlin
$ mentordesk status
$ mentordesk session extend 10 --reason "she asked for it"
$ mentordesk session answer
$ mentordesk session answer ada focus finish lab 8 and read about dataclasses
$ mentordesk session answer ada watch talks at the Lagos meetup
$ mentordesk session answer ada next confirm
$ mentordesk session answer ada before "[ ] @me send the slides by thu"
$ mentordesk session answer
at 2026-11-24 19:04 Europe/Berlin
$ mentordesk session close ada

# What Ada receives, and what stays here.
$ mentordesk session recap ada
$ mentordesk session recap ada --private
$ mentordesk today

# The week after: what was promised is on top.
at 2026-11-28 09:30 Europe/Berlin
$ mentordesk promises ada
$ mentordesk search gener
at 2026-12-01 17:40 Europe/Berlin
$ mentordesk brief ada
$ mentordesk today

# One date is skipped, another one moves, and the calendar is told.
$ mentordesk slot skip ada "8 dec" --reason "she is at a wedding"
$ mentordesk slot move ada "15 dec" "wed 16 dec 19:00"
$ mentordesk slot preview ada --weeks 6
$ mentordesk ics export ada -o ada.ics
$ mentordesk ics export ada

# A wrong key is taken back.
$ mentordesk mentee pause ben
$ mentordesk undo
$ mentordesk mentee list

# Notes kept elsewhere come in.
write students.md <<END
# Chi Nguyen

## Quick info
- Email: chi@example.org
- Time zone: Asia/Saigon
- Course: Python 201

## Interests
- bouldering
- data journalism

## Calls

### 2026-11-03
Looked at loops together.

### 2026-11-10
Functions; homework is lab 4.
END
$ mentordesk import notes students.md --playbook codingnomads --dry-run
$ mentordesk import notes students.md --playbook codingnomads
$ mentordesk import notes students.md
$ mentordesk mentee show chi
