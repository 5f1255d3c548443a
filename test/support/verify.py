"""Verifies exports of the record, written from docs/verifying.md with nothing but the standard library.

    python3 verify.py [--kept HASH]... FILE...

Prints one JSON object a file: {"faults": [[stream, version, fault], ...]}, or {"error": "..."} for what is no whole
export. Ends with 1 when there is any of either.
"""
import base64
import hashlib
import json
import sys


def read_export(path):
    with open(path, "rb") as file:
        lines = file.read().decode("utf-8").split("\n")
    if lines.pop() != "":
        raise ValueError("the last line does not end")
    manifest = json.loads(lines.pop())["manifest"]
    commits = [json.loads(line) for line in lines]
    if manifest["format"] != 1 or manifest["commits"] != len(commits):
        raise ValueError("the manifest counts %s commits" % manifest["commits"])
    return manifest, commits


def hash_of(commit):
    text = "%s\n%d\n%s\n%s" % (commit["stream"], commit["version"], commit["previous"], commit["body"])
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def chain_faults(commits):
    ended, broken = set(), set()
    stream = version = previous = None
    for commit in commits:
        if commit["stream"] != stream:
            ended.add(stream)
            stream, version, previous = commit["stream"], 0, ""
            if stream in ended:
                broken.add(stream)
                yield [stream, commit["version"], "version-gap"]
            else:
                broken.discard(stream)
        if stream in broken:
            continue
        version += 1
        computed = hash_of(commit)
        fault = (
            "version-gap" if commit["version"] != version
            else "previous-mismatch" if commit["previous"] != previous
            else "hash-mismatch" if commit["hash"] != computed
            else None
        )
        if fault:
            broken.add(stream)
            yield [stream, commit["version"], fault]
        previous = computed


def as_list(value):
    return value if isinstance(value, list) else []


def heads_in(commit):
    """A list of heads for each sealing event of the commit."""
    if commit["stream"].split("#")[2:3] not in (["SEAL"], ["ANCHOR"]):
        return
    try:
        body = json.loads(commit["body"])
    except ValueError:
        return
    for event in as_list(body.get("events") if isinstance(body, dict) else None):
        data = event.get("data") if isinstance(event, dict) and event.get("type") == "HeadsSealed" else None
        if isinstance(data, dict) and isinstance(data.get("day"), str):
            yield [
                head[:3] for head in as_list(data.get("heads"))
                if isinstance(head, list) and len(head) >= 3
                and isinstance(head[0], str) and type(head[1]) is int and isinstance(head[2], str)
            ]


def verify(manifest, commits, kept):
    faults = list(chain_faults(commits))
    here = ["ORG#%s#" % manifest["organisation"]]
    if "superior" in manifest:
        here += ["ORG#%s#%s#" % (manifest["superior"], kind) for kind in ("SEAL", "ANCHOR")]
    hashes = {(commit["stream"], commit["version"]): commit["hash"] for commit in commits}
    seals = set()
    for commit in commits:
        for heads in heads_in(commit):
            seals.add(commit["hash"])
            for stream, version, sealed in heads:
                if not stream.startswith(tuple(here)):
                    continue
                found = hashes.get((stream, version))
                if found is None:
                    faults.append([stream, version, "sealed-but-missing"])
                elif found != sealed:
                    faults.append([stream, version, "not-as-sealed"])
    faults += [[each, 0, "kept-but-missing"] for each in kept if each not in seals]
    return [list(fault) for fault in dict.fromkeys(map(tuple, faults))]


def main(arguments):
    kept = []
    while arguments[:1] == ["--kept"]:
        kept.append(arguments[1])
        arguments = arguments[2:]
    whole = True
    for path in arguments:
        try:
            answer = {"faults": verify(*read_export(path), kept)}
        except (ValueError, KeyError, TypeError) as error:
            answer = {"error": str(error)}
        whole = whole and answer == {"faults": []}
        print(json.dumps(answer))
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
