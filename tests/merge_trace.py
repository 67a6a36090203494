"""Random histories made with merge_model.py, one JSON object a line: what was done, and what the model says came of it.

The operations are those of the model's own run(), and commits told one by one in between. A stamp is written as in files,
[replica, number]. `history_agrees_with_model.rs` replays the lines.

Run it: python3 merge_trace.py <count> <first seed>
"""
import copy, json, random, sys

from merge_model import Copy, take_back

ADDRESSES = ["title", "s/a/t", "s/a/u", "s/b/t", "s/b/u", "s/c/t"]
RECORD = "s/a"
HIDDEN = {"s/b/u", "s/c/t"}


class OrderedCopy(Copy):
    """The model leaves open in which order the values of a record are stamped. Here it is the order of address."""

    def fields(self, record):
        return sorted(super().fields(record))


def in_file(stamp):
    number, replica = stamp
    return [replica, number]


def value_in_file(address, value):
    return [in_file(s) for s in value] if value and address.endswith("/deleted") else value


def state(c):
    """Everything that can be asked of a copy."""
    registers = []
    for a in sorted(c.regs):
        siblings = [[in_file(s), value_in_file(a, v)] for s, v in sorted(c.regs[a].items())]
        registers.append({"address": a, "shown": value_in_file(a, c.value(a)), "siblings": siblings,
                          "conflicts": c.conflicts(a)})
    records = ["s/a", "s/b", "s/c"]
    return {"registers": registers, "deleted": [r for r in records if c.is_deleted(r)],
            "seen": {r: sorted(n) for r, n in c.seen.items() if n}}


def history(seed):
    rnd = random.Random(seed)
    copies = [OrderedCopy("r%d" % i) for i in range(rnd.randint(2, 6))]
    skew = {c.replica: 10**12 + rnd.randint(-3 * 10**10, 3 * 10**10) for c in copies}  # clocks off by up to a year
    start, steps, commits, fresh = [c.replica for c in copies], [], [], 0

    def wrote(deltas, step):
        """Notes a step that made a commit, with the numbers that it was given, in order."""
        numbers = [number for d in deltas for siblings in d.regs.values() for number, _ in siblings]
        commits.append(deltas)
        steps.append({**step, "numbers": numbers})

    for t in range(rnd.randint(1, 40)):
        i, op = rnd.randrange(len(copies)), rnd.random()
        c, text = copies[i], "v%d" % t
        now = t + skew[c.replica.split("+")[0]]
        j = rnd.randrange(len(copies))
        other, address = copies[j], rnd.choice(ADDRESSES)
        if op < .48:
            wrote([c.edit(address, text, now)], {"op": "edit", "copy": i, "now": now, "address": address, "value": text})
        elif op < .56:
            wrote(c.delete(RECORD, now), {"op": "delete", "copy": i, "now": now, "record": RECORD})
        elif op < .60:
            wrote(c.restore(RECORD, now), {"op": "restore", "copy": i, "now": now, "record": RECORD})
        elif op < .63 and c.is_deleted(RECORD):
            wrote(c.empty_trash(RECORD, now), {"op": "empty", "copy": i, "now": now, "record": RECORD})
        elif op < .66:
            before = copy.deepcopy(c)
            c.merge(other)
            delta = c.edit(address, text, now)
            back = take_back(before, [delta])
            c.regs, c.seen = back.regs, back.seen
            wrote([delta], {"op": "open_and_take_back", "copy": i, "other": j, "now": now, "address": address, "value": text})
        elif op < .68:
            fresh += 1
            c.replica = "%s+%d" % (c.replica.split("+")[0], fresh)
            steps.append({"op": "fresh_replica", "copy": i, "replica": c.replica})
        elif op < .73 and commits:
            k = rnd.randrange(len(commits))
            for delta in commits[k]:
                c.merge(delta)
            steps.append({"op": "hear", "copy": i, "commit": k})
        elif i != j:
            redacted = rnd.random() < .3
            c.merge(other.redacted(HIDDEN.__contains__) if redacted else other)
            steps.append({"op": "merge", "copy": i, "other": j, "redacted": redacted})
        if rnd.random() < .06:
            steps.append({"op": "check", "copies": [state(c) for c in copies]})
    steps.append({"op": "check", "copies": [state(c) for c in copies]})

    order = [("copy", i) for i in range(len(copies))] + [("commit", k) for k in range(len(commits))]
    rnd.shuffle(order)                                                       # all copies and commits, told one by one
    end = Copy("end")
    for kind, i in order:
        for told in [copies[i]] if kind == "copy" else commits[i]:
            end.merge(told)
    steps.append({"op": "gather", "order": order, "end": state(end)})
    return {"seed": seed, "replicas": start, "hidden": sorted(HIDDEN), "steps": steps}


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(first, first + count):
        print(json.dumps(history(seed), separators=(",", ":")))
