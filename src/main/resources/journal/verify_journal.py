#!/usr/bin/env python3
"""Checks an exported journal of the T.A.R.S. Release Console; needs Python 3 and nothing else.

    verify_journal.py EXPORT.jsonl [CHECKPOINTS]

The written format (src/docs/journal-format.md): one event a line. A line ends with  ,"hash":"<64 hex>"}  and its hash is
the SHA-256 of the line's UTF-8 bytes with that end replaced by  }  . "seq" counts from 1 without a gap, "prev" is the hash
of the line before (64 zeros for the first). A checkpoint is a line {"v":1,"seq":N,"hash":"...","at":"..."}.
Exit: 0 whole, 1 broken, 2 cannot tell.
"""
import hashlib
import json
import sys

GENESIS = "0" * 64
TAIL = len(',"hash":""}') + 64
MEMBERS = ["v", "seq", "id", "at", "actor", "environment", "kind", "payload", "prev", "hash"]


def no_duplicates(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a member stands there twice")
    return dict(pairs)


def read(raw):
    event = json.loads(raw.decode("utf-8"), object_pairs_hook=no_duplicates)
    if not isinstance(event, dict) or list(event) != MEMBERS:
        raise ValueError("the members are not those of an event")
    if event["v"] != 1 or type(event["seq"]) is not int:
        raise ValueError("the version is not 1, or the sequence no number")
    return event


def verify(lines, checkpoints):
    faults, hashes, last, prev, sound = [], {}, 0, GENESIS, True
    for number, raw in enumerate(lines, 1):
        try:
            event = read(raw)
        except ValueError as error:
            faults.append(f"line {number}: not an event: {error}")
            sound = False
            continue
        seq, was_sound = event["seq"], sound
        if seq != last + 1:
            what = "missing" if seq > last + 1 else "out of order"
            faults.append(f"event {last + 1}: {what}, line {number} holds event {seq}")
            was_sound = False
        sound = hashlib.sha256(raw[:-TAIL] + b"}").hexdigest() == event["hash"]
        if not sound:
            faults.append(f"event {seq}: changed, its content does not have its hash")
        elif was_sound and event["prev"] != prev:
            faults.append(f"event {last}: replaced or put in, event {seq} follows another one")
        last, prev = seq, event["hash"]
        hashes[seq] = prev
    for seq, wanted, at in checkpoints:
        if seq not in hashes and seq > last:
            faults.append(f"event {last + 1}: missing at the end, the checkpoint of {at} remembers event {seq}")
        elif seq > 0 and hashes.get(seq) != wanted:
            faults.append(f"event {seq}: not the one that the checkpoint of {at} remembers")
    return faults, last, prev


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__.strip())
        return 2
    try:
        with open(arguments[0], "rb") as file:
            lines = file.read().split(b"\n")
        checkpoints = []
        if len(arguments) == 2:
            with open(arguments[1], encoding="utf-8") as file:
                for line in filter(None, map(str.strip, file)):
                    point = json.loads(line)
                    checkpoints.append((point["seq"], point["hash"], point["at"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"cannot tell: {error}")
        return 2
    if lines and lines[-1] == b"":
        lines.pop()
    elif lines:
        print("the last line has no end: the file is cut off")
        return 1
    faults, last, prev = verify(lines, checkpoints)
    for fault in faults:
        print(fault)
    if not faults:
        against = f", as {len(checkpoints)} checkpoints remember it" if checkpoints else ", no checkpoint to compare with"
        print(f"whole: {last} events, the last has the hash {prev}{against}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
