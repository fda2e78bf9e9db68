"""The workloads: what is run, on which made-up data, and what it is compared with."""
import itertools
import json
import shutil
import subprocess
from pathlib import Path

from measure import Contender, module

# The made-up schools work until December.
DAY = "2020-12-31"
MONTH = "2020-12"
SIZES = [27, 4300]
LATEST = (
    "SELECT type, count(*) FROM (SELECT type, row_number() OVER (PARTITION BY item ORDER BY "
    "sequence DESC) AS place FROM event WHERE item IS NOT NULL) WHERE place = 1 GROUP BY type")
REDUCE = "reduce inputs as $e ({}; .[$e.item // \"-\"] = $e.type) | length"


def entry_of(name, command, prepare=None):
    """A command of a table; named as not measured when its program is not installed."""
    words = [str(word) for word in command]
    present = shutil.which(words[0])
    return Contender(
        name, words if present else None, missing=f"{words[0]} is not installed",
        prepare=prepare)


class Desk:
    """Made-up data, made once and kept; the same for the same sizes."""

    def __init__(self, bin_folder, data):
        self.generator = str(bin_folder / "ledger-bench")
        self.data = data
        data.mkdir(parents=True, exist_ok=True)
        # A copy, as an installation makes one: the linker leaves its file in single pages of the
        # cache, and those of the peers came from packages.
        self.xiaohao = shutil.copy2(bin_folder / "xiaohao", data / "xiaohao")

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


def every(desk, quick=False, only=None):
    own = desk.xiaohao
    if only:
        yield from of_size(desk, only)
        return
    yield start(desk)
    yield from of_size(desk, SIZES[0])
    yield folding(desk, 88, 15)
    yield from of_size(desk, SIZES[1])
    yield evidence(desk)
    for count in [16, 160] if quick else [16, 160, 2700]:
        yield (f"rollup of {count} ledgers", 5 if count < 1000 else 3, [
            entry_of("xiaohao rollup", [own, "rollup", desk.schools(count), "--today", DAY]),
            entry_of("cat of the same files", [
                "sh", "-c", f"cat {desk.schools(count)}/*/ledger.sqlite"])])
    for count in [160] if quick else [160, 2700]:
        yield rows(desk, count)
        yield engines(desk, count)
    yield printing(desk)


SCRIPTS = Path(__file__).resolve().parents[2] / "scripts" / "rows"


def without(folder, ending, wanted):
    """Removes files of derived rows so that so many are to be made; None for all of them."""
    def prepare():
        folder.mkdir(exist_ok=True)
        for path in sorted(folder.glob(f"*.{ending}"))[:wanted]:
            path.unlink()
    return prepare


def rows(desk, count):
    """Derived rows beside the view alone."""
    folder = desk.data / f"rows-{count}"
    rollup = [desk.xiaohao, "rollup", desk.schools(count), "--today", DAY]
    written = rollup + ["--rows", folder]
    return (f"derived rows of {count} ledgers", 3, [
        entry_of("xiaohao rollup --rows, all new", written, without(folder, "jsonl", None)),
        entry_of("xiaohao rollup --rows, 30 new", written, without(folder, "jsonl", 30)),
        entry_of("xiaohao rollup --rows, none new", written),
        entry_of("xiaohao rollup", rollup)])


def engines(desk, count):
    """Every answer of views.sql, from lines and from Parquet."""
    lines, columns = desk.data / f"rows-{count}", desk.data / f"columns-{count}"
    desk.call(desk.xiaohao, "rollup", desk.schools(count), "--today", DAY, "--rows", lines)
    columns.mkdir(exist_ok=True)
    desk.call("python3", SCRIPTS / "parquet.py", lines, columns)

    def ask(folder, engine, *question):
        return ["python3", SCRIPTS / "ask.py", folder, "--as-of", DAY, "--engine", engine,
                *(["--question", *question] if question else [])]
    return (f"engines over the rows of {count} ledgers", 3 if count < 1000 else 1, [
        entry_of("DuckDB, all answers, Parquet", ask(columns, "duckdb")),
        entry_of("DuckDB, all answers, JSON lines", ask(lines, "duckdb")),
        entry_of("DuckDB, one answer, Parquet", ask(columns, "duckdb", "schools")),
        entry_of("Parquet of 30 new files", [
            "python3", SCRIPTS / "parquet.py", lines, columns], without(columns, "parquet", 30)),
        Contender("Spark, all answers, Parquet", (
            [str(word) for word in ask(columns, "spark")] if module("pyspark", "") else None),
            missing="pyspark is not installed (scripts/rows/setup.sh)")])


def of_size(desk, items):
    rounds = {27: 15, 4300: 7}.get(items, 5)
    yield listing(desk, items, rounds)
    yield entry(desk, items, {27: 15}.get(items, 7))
    yield closing(desk, items, {27: 15}.get(items, 7))
    yield monthly(desk, items, rounds)
    yield folding(desk, items, rounds)
    yield verifying(desk, items, 3)
    yield registers(desk, items, 3)
    yield balances(desk, items, 3)


def start(desk):
    ledger = desk.ledger(27)
    return ("start-up", 31, [
        entry_of("xiaohao --version", [desk.xiaohao, "--version"]),
        entry_of("task --version", ["task", "--version"]),
        entry_of("hledger --version", ["hledger", "--version"]),
        entry_of("ledger --version", ["ledger", "--version"]),
        entry_of("sqlite3, one query", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", "SELECT count(*) FROM event"]),
        entry_of("floor: true", ["true"])])


def taskwarrior(desk, items, name, *words, **options):
    return entry_of(name, ["task", f"rc:{desk.tasks(items)}/rc", *words], **options)


def listing(desk, items, rounds):
    ledger = desk.ledger(items)
    return (f"what is overdue, {items} items", rounds, [
        entry_of("xiaohao list --overdue", [
            desk.xiaohao, "list", "--overdue", "--ledger", ledger, "--today", DAY]),
        entry_of("xiaohao list", [desk.xiaohao, "list", "--ledger", ledger, "--today", DAY]),
        taskwarrior(desk, items, "task overdue", "overdue"),
        taskwarrior(desk, items, "task list", "list"),
        taskwarrior(desk, items, "task summary", "summary"),
        entry_of("sqlite3, latest event of every item", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", LATEST])])


def entry(desk, items, rounds):
    written = desk.copy(desk.ledger(items))
    plain = desk.table(items)
    return (f"one durable entry, {items} items", rounds, [
        entry_of("xiaohao note", [
            desk.xiaohao, "note", "1.1", "检查一次", "--actor", "学工部", "--ledger", written,
            "--today", DAY]),
        entry_of("xiaohao --version", [desk.xiaohao, "--version"]),
        taskwarrior(desk, items, "task add", "add", "检查一次"),
        entry_of("sqlite3, one durable insert", [
            "sqlite3", str(plain), "PRAGMA synchronous = FULL; INSERT INTO event SELECT "
            "max(sequence) + 1, '2020-09-01T00:00:00Z', '2020-09-01', '学工部', 'progress-noted', "
            "'1.1', '{\"item\":\"1.1\",\"text\":\"检查一次\"}', '', '' FROM event"])])


def closing(desk, items, rounds):
    """Closing one item; that it is there to be closed again is seen to before, and not measured."""
    written = desk.copy(desk.ledger(items))
    tasks = f"rc:{desk.tasks(items)}/rc"

    def own(*words, actor="领导小组办公室"):
        return [desk.xiaohao, *words, "--actor", actor, "--ledger", written, "--today", DAY]

    rounds_before = itertools.count()
    evidence = desk.data / f"again-{items}.txt"

    def reopen():
        # A reopened item is closed on evidence of its own, and never on the same content.
        evidence.write_text(f"第 {next(rounds_before)} 次整改情况")
        desk.call(*own("reopen", "1.2", "--finding", "抽查", "--basis", "例会"))
        desk.call(*own("attach", "1.2", evidence, "--caption", "整改情况", actor="学工部"))
        desk.call(*own("submit", "1.2", "--summary", "再次完成", actor="学工部"))

    return (f"closing one item of {items}", rounds, [
        entry_of("xiaohao close", own("close", "1.2", "--opinion", "同意"), prepare=reopen),
        entry_of("xiaohao --version", [desk.xiaohao, "--version"]),
        entry_of("task done", ["task", tasks, "+LATEST", "done"],
                 prepare=lambda: desk.call("task", tasks, "add", "检查一次"))])


def verifying(desk, items, rounds):
    ledger = desk.ledger(items)
    return (f"verify of {items} items", rounds, [
        entry_of("xiaohao verify", [desk.xiaohao, "verify", "--ledger", ledger]),
        entry_of("sha256sum of the same files", [
            "sh", "-c", f"find {ledger} -type f | xargs sha256sum"])])


def monthly(desk, items, rounds):
    return (f"the monthly paper, {items} items", rounds, [
        monthly_paper(desk, items), taskwarrior(desk, items, "task overdue", "overdue")])


def monthly_paper(desk, items):
    return entry_of("xiaohao report monthly", [
        desk.xiaohao, "report", "monthly", MONTH, "--ledger", desk.ledger(items), "--today", DAY])


def registers(desk, items, rounds):
    journal = desk.journal(items)
    return (f"months of {items} items", rounds, [
        monthly_paper(desk, items),
        entry_of("hledger register --monthly", [
            "hledger", "-f", journal, "register", "--monthly", "--depth", "1"]),
        entry_of("ledger register --monthly", [
            "ledger", "-f", journal, "register", "--monthly", "log"])])


def folding(desk, items, rounds):
    ledger = desk.ledger(items)
    with open(desk.events(items)) as lines:
        count = sum(1 for _ in lines)
    return (f"fold of {count} events ({items} items)", rounds, [
        entry_of("xiaohao (fold alone)", [desk.generator, "fold", ledger]),
        entry_of("sqlite3, latest event of every item", [
            "sqlite3", f"file:{ledger}/ledger.sqlite?mode=ro", LATEST]),
        entry_of("floor: wc -l", ["wc", "-l", desk.events(items)])])


def balances(desk, items, rounds):
    journal = desk.journal(items)
    events = desk.events(items)
    return (f"balances of {items} items", rounds, [
        entry_of("xiaohao (fold alone)", [desk.generator, "fold", desk.ledger(items)]),
        entry_of("hledger balance", ["hledger", "-f", journal, "balance", "--depth", "1"]),
        entry_of("ledger balance", ["ledger", "-f", journal, "balance", "--depth", "1"]),
        entry_of("jq, latest type of every item", ["jq", "-n", REDUCE, events])])


def evidence(desk):
    """A ledger of 27 items whose evidence is large: some 40 files of 4 MiB."""
    path = desk.data / "evidence"
    if not path.exists():
        desk.call(desk.generator, "ledger", path, 27, 5, 64, 4 << 20)
        # Files that no entry happens to name would be read by sha256sum alone.
        found = json.loads(desk.call(desk.xiaohao, "verify", "--json", "--ledger", path))
        for finding in found["findings"]:
            if finding["code"] == "evidence-extra":
                (path / "evidence" / finding["message"].split("「")[1].split("」")[0]).unlink()
    return ("verify, about 160 MiB of evidence", 5, [
        entry_of("xiaohao verify", [desk.xiaohao, "verify", "--ledger", path]),
        entry_of("sha256sum of the same files", [
            "sh", "-c", f"find {path}/evidence -type f | xargs sha256sum"]),
        entry_of("floor: cat", ["sh", "-c", f"find {path}/evidence -type f | xargs cat"])])


def printing(desk):
    ledger = desk.ledger(27)
    paper = desk.data / "paper.md"
    paper.write_text(desk.call(
        desk.xiaohao, "report", "monthly", MONTH, "--ledger", ledger, "--today", DAY))
    target = desk.data / "paper.docx"
    return ("the monthly paper as docx", 5, [
        entry_of("xiaohao report --format docx", [
            desk.xiaohao, "report", "monthly", MONTH, "--ledger", ledger, "--today", DAY,
            "--format", "docx", "--output", target]),
        entry_of("xiaohao report (Markdown)", [
            desk.xiaohao, "report", "monthly", MONTH, "--ledger", ledger, "--today", DAY]),
        entry_of("pandoc alone, plain", ["pandoc", paper, "-o", target])])
