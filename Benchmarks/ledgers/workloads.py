"""The workloads: what is run, on which made-up data, and what it is compared with."""
import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

DAY = "2020-09-01"
SIZES = [27, 4300, 73000]
LATEST = (
    "SELECT type, count(*) FROM (SELECT type, row_number() OVER (PARTITION BY item ORDER BY "
    "sequence DESC) AS place FROM event WHERE item IS NOT NULL) WHERE place = 1 GROUP BY type")
REDUCE = "reduce inputs as $e ({}; .[$e.item // \"-\"] = $e.type) | length"


@dataclass
class Entry:
    name: str
    command: list
    cwd: Optional[Path] = None
    environment: Optional[dict] = None
    prepare: Optional[Callable] = None
    allowed: tuple = (0,)
    most_rounds: int = 1000

    @property
    def program(self):
        return str(self.command[0])


@dataclass
class Workload:
    title: str
    rounds: int
    entries: list = field(default_factory=list)


class Desk:
    """Made-up data, made once and kept; the same for the same sizes."""

    def __init__(self, bin_folder, data):
        self.xiaohao = str(bin_folder / "xiaohao")
        self.generator = str(bin_folder / "ledger-bench")
        self.data = data
        data.mkdir(parents=True, exist_ok=True)

    def call(self, *words, **options):
        return subprocess.run(
            [str(word) for word in words], check=True, capture_output=True, text=True, **options
        ).stdout

    def ledger(self, items):
        path = self.data / f"ledger-{items}"
        self.call(self.generator, "ledger", path, items)
        return path

    def schools(self, count):
        path = self.data / f"schools-{count}"
        if not (path / f"{count:04d}" / "ledger.sqlite").exists():
            self.call(self.generator, "schools", path, count)
        return path

    def events(self, items):
        path = self.data / f"events-{items}.jsonl"
        if not path.exists():
            self.call(self.xiaohao, "export", "--events", "--ledger", self.ledger(items),
                      "--output", path)
        return path

    def journal(self, items):
        """One transaction an event: the event's type against its item."""
        path = self.data / f"events-{items}.journal"
        if not path.exists():
            with open(self.events(items)) as lines, open(path, "w") as out:
                for line in lines:
                    event = json.loads(line)
                    item = (event.get("item") or "all").replace(".", ":")
                    out.write(f"{event['effective']} {event['type']}\n    item:{item}:"
                              f"{event['type']}  1\n    log\n\n")
        return path

    def tasks(self, items):
        """The same items as tasks: due days, and done where they are struck off."""
        path = self.data / f"tasks-{items}"
        if path.exists() or not shutil.which("task"):
            return path
        listed = json.loads(self.call(
            self.xiaohao, "list", "--json", "--ledger", self.ledger(items), "--today", DAY))
        tasks = []
        for item in listed["items"]:
            task = {"description": f"{item['id']} {item['content'][:40]}",
                    "project": f"t{item['task']}",
                    "status": "completed" if item["state"] == "closed" else "pending",
                    "entry": "20200601T000000Z"}
            if item["state"] == "closed":
                task["end"] = "20200801T000000Z"
            due = item["deadline"].get("due")
            if due:
                task["due"] = due.replace("-", "") + "T000000Z"
            tasks.append(task)
        path.mkdir()
        (path / "rc").write_text(
            f"data.location={path}\nconfirmation=off\nverbose=nothing\nnews.version=9.9.9\n")
        source = path / "import.json"
        source.write_text(json.dumps(tasks, ensure_ascii=False))
        self.call("task", f"rc:{path}/rc", "import", source)
        return path

    def copy(self, path):
        target = path.with_name(path.name + "-written")
        if not target.exists():
            shutil.copytree(path, target)
        return target

    def table(self, items):
        """A copy of the log in a plain table, for one durable insert."""
        path = self.data / f"plain-{items}.sqlite"
        if not path.exists():
            self.call("sqlite3", path, f"ATTACH '{self.ledger(items)}/ledger.sqlite' AS l; "
                      "CREATE TABLE event AS SELECT * FROM l.event; "
                      "CREATE INDEX byItem ON event (item, sequence);")
        return path


def every(desk, quick):
    sizes = SIZES[:2] if quick else SIZES
    own = desk.xiaohao
    yield start(desk)
    for items in sizes:
        rounds = 21 if items == 27 else 11 if items == 4300 else 3
        yield listing(desk, items, rounds)
        yield entry(desk, items, 21 if items == 27 else 7)
        yield monthly(desk, items, rounds)
        yield folding(desk, items, rounds if items < 73000 else 3)
    yield evidence(desk)
    for count in [16, 160] if quick else [16, 160, 2700]:
        yield Workload(f"rollup of {count} ledgers", 7 if count < 1000 else 3, [
            Entry("xiaohao rollup", [own, "rollup", desk.schools(count), "--today", DAY]),
            Entry("cat of the same files", [
                "sh", "-c", f"cat {desk.schools(count)}/*/ledger.sqlite"])])
    yield printing(desk)


def start(desk):
    ledger = desk.ledger(27)
    return Workload("start-up", 31, [
        Entry("xiaohao --version", [desk.xiaohao, "--version"]),
        Entry("task --version", ["task", "--version"]),
        Entry("hledger --version", ["hledger", "--version"]),
        Entry("ledger --version", ["ledger", "--version"]),
        Entry("sqlite3, one query", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", "SELECT count(*) FROM event"]),
        Entry("floor: true", ["true"])])


def taskwarrior(desk, items, name, *words, **options):
    return Entry(name, ["task", f"rc:{desk.tasks(items)}/rc", *words], allowed=(0, 1), **options)


def listing(desk, items, rounds):
    ledger = desk.ledger(items)
    return Workload(f"what is overdue, {items} items", rounds, [
        Entry("xiaohao list --overdue", [
            desk.xiaohao, "list", "--overdue", "--ledger", ledger, "--today", DAY]),
        Entry("xiaohao list", [desk.xiaohao, "list", "--ledger", ledger, "--today", DAY]),
        taskwarrior(desk, items, "task overdue", "overdue"),
        taskwarrior(desk, items, "task list", "list"),
        taskwarrior(desk, items, "task summary", "summary"),
        Entry("sqlite3, latest event of every item", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", LATEST])])


def entry(desk, items, rounds):
    written = desk.copy(desk.ledger(items))
    plain = desk.table(items)
    return Workload(f"one durable entry, {items} items", rounds, [
        Entry("xiaohao note", [
            desk.xiaohao, "note", "1.1", "检查一次", "--actor", "学工部", "--ledger", written,
            "--today", DAY]),
        Entry("xiaohao --version", [desk.xiaohao, "--version"]),
        taskwarrior(desk, items, "task add", "add", "检查一次", most_rounds=7),
        Entry("sqlite3, one durable insert", [
            "sqlite3", str(plain), "PRAGMA synchronous = FULL; INSERT INTO event SELECT "
            "max(sequence) + 1, '2020-09-01T00:00:00Z', '2020-09-01', '学工部', 'progress-noted', "
            "'1.1', '{\"item\":\"1.1\",\"text\":\"检查一次\"}', '', '' FROM event"])])


def monthly(desk, items, rounds):
    ledger = desk.ledger(items)
    journal = desk.journal(items)
    return Workload(f"the monthly paper, {items} items", rounds, [
        Entry("xiaohao report monthly", [
            desk.xiaohao, "report", "monthly", "2020-08", "--ledger", ledger, "--today", DAY]),
        taskwarrior(desk, items, "task overdue", "overdue"),
        Entry("hledger register --monthly", [
            "hledger", "-f", journal, "register", "--monthly", "--depth", "1"], most_rounds=1),
        Entry("ledger register --monthly", [
            "ledger", "-f", journal, "register", "--monthly", "log"], most_rounds=2)])


def folding(desk, items, rounds):
    ledger = desk.ledger(items)
    journal = desk.journal(items)
    events = desk.events(items)
    with open(events) as lines:
        count = sum(1 for _ in lines)
    few = 1 if items == 73000 else rounds
    return Workload(f"fold of {count} events ({items} items)", rounds, [
        Entry("xiaohao (fold alone)", [desk.generator, "fold", ledger]),
        Entry("hledger balance", ["hledger", "-f", journal, "balance", "--depth", "1"],
              most_rounds=few),
        Entry("ledger balance", ["ledger", "-f", journal, "balance", "--depth", "1"],
              most_rounds=min(rounds, 3)),
        Entry("sqlite3, latest event of every item", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", LATEST]),
        Entry("jq, latest type of every item", ["jq", "-n", REDUCE, events],
              most_rounds=2 if items == 73000 else rounds),
        Entry("floor: wc -l", ["wc", "-l", events])])


def evidence(desk):
    """A ledger of 27 items whose evidence is large: 64 files of 4 MiB."""
    path = desk.data / "evidence"
    if not path.exists():
        desk.call(desk.generator, "ledger", path, 27, 5, 64, 4 << 20)
    return Workload("verify, 256 MiB of evidence", 5, [
        Entry("xiaohao verify", [desk.xiaohao, "verify", "--ledger", path], allowed=(0, 76)),
        Entry("sha256sum of the same files", [
            "sh", "-c", f"find {path}/evidence -type f | xargs sha256sum"]),
        Entry("floor: cat", ["sh", "-c", f"find {path}/evidence -type f | xargs cat"])])


def printing(desk):
    ledger = desk.ledger(27)
    paper = desk.data / "paper.md"
    paper.write_text(desk.call(
        desk.xiaohao, "report", "monthly", "2020-08", "--ledger", ledger, "--today", DAY))
    target = desk.data / "paper.docx"
    return Workload("the monthly paper as docx", 5, [
        Entry("xiaohao report --format docx", [
            desk.xiaohao, "report", "monthly", "2020-08", "--ledger", ledger, "--today", DAY,
            "--format", "docx", "--output", target]),
        Entry("xiaohao report (Markdown)", [
            desk.xiaohao, "report", "monthly", "2020-08", "--ledger", ledger, "--today", DAY]),
        Entry("pandoc alone, plain", ["pandoc", paper, "-o", target])])
