"""The workloads of one school's desk: a day, a submission, papers, small plans."""
import random
import shutil
import subprocess
from pathlib import Path

from measure import Contender, module
from workloads import DAY, MONTH, entry_of

ROOT = Path(__file__).resolve().parents[2]
SCHOOL = "南岭工程职业学院"

# What a person does without xiaohao: one workbook, changed and saved as often.
EDIT = """
import sys
from openpyxl import Workbook, load_workbook
path, times = sys.argv[1], int(sys.argv[2])
book = Workbook()
for row in range(28):
    book.active.append([f"{row}.{column} 按方案推进并留存材料" for column in range(10)])
book.save(path)
for number in range(times):
    book = load_workbook(path)
    book.active.cell(2 + number % 27, 8).value = f"第 {number} 次登记"
    book.save(path)
"""
READ = """
import sys, glob
from openpyxl import load_workbook
for path in glob.glob(sys.argv[1] + "/**/*.xlsx", recursive=True):
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
"""


def python(name, needed, script, *words):
    command = module(needed, script, *[str(word) for word in words])
    return Contender(name, command, missing=f"{needed} is not installed")


def workloads(desk, quick=False):
    yield day(desk)
    yield from submission(desk, 40 if quick else 300, 7)
    yield papers(desk)
    yield plans(desk)


def fresh(source, target):
    """Puts a copy in a folder's place before a run."""
    def prepare():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
    return prepare


def opened(desk, name, plan=ROOT / "tasks/example-plan.docx"):
    """A ledger with a plan, made once."""
    path = desk.data / name
    if not path.exists():
        own = [desk.xiaohao]
        desk.call(*own, "init", "--school", SCHOOL, "--ledger", path, "--today", "2020-07-20")
        desk.call(*own, "import", plan, "--ledger", path, "--today", "2020-07-20")
    return path


def day(desk):
    """Thirty commands of one day, from the first look to the meeting's paper, one after another."""
    source, ledger = opened(desk, "day"), desk.data / "day-lived"
    script = desk.data / "day.sh"
    photo = desk.data / "照片.jpg"
    photo.write_bytes(random.Random(1).randbytes(2 << 20))
    own = f"'{desk.xiaohao}'"
    end = f"--ledger '{ledger}' --today 2020-08-03"
    lines = [f"list {end}", f"check {end}", f"status {end}"]
    for item in ["1.1", "1.2", "1.3", "2.1", "2.2"]:
        lines += [f"note {item} 已按方案推进 --actor 校团委 {end}",
                  f"attach {item} '{photo}' --caption 现场照片{item} --actor 校团委 {end}",
                  f"submit {item} --summary 已完成并公布 --actor 校团委 {end}",
                  f"show {item} {end}"]
    lines += [f"close {item} --opinion 同意 --actor 领导小组办公室 {end}" for item in ["1.1", "1.2"]]
    lines += [f"return 1.3 --reason 缺少签到表 --actor 领导小组办公室 {end}", f"missing {end}",
              f"list --overdue {end}", f"report monthly 2020-08 {end} --output '{ledger}/月报.md'",
              f"verify {end}"]
    lines = [line for line in lines if not line.startswith("status ")]
    while len(lines) < 30:
        lines.append(f"list --json {end}")
    # `check` and lists end with 1 when there is something to look at.
    script.write_text("\n".join(
        f"{own} {line} >/dev/null 2>&1; s=$?; [ $s -le 1 ] || {{ echo \"{line[:12]} $s\" >&2; exit 9; }}"
        for line in lines) + "\n")
    return (f"a school's day, {len(lines)} commands", 7, [
        entry_of(f"xiaohao, {len(lines)} commands", ["sh", script], fresh(source, ledger)),
        python(f"openpyxl, one workbook opened and saved {len(lines)} times", "openpyxl", EDIT,
               desk.data / "登记.xlsx", len(lines))])


def submission(desk, count, megabytes):
    """Evidence of gigabytes: submission, backup and their checks beside zip and sha256sum."""
    ledger = desk.data / f"evidence-{count}"
    if not ledger.exists():
        folder = desk.data / f"files-{count}"
        folder.mkdir(exist_ok=True)
        opened(desk, ledger.name)
        dice = random.Random(count)
        for number in range(count):
            path = folder / f"材料{number:03d}.bin"
            path.write_bytes(dice.randbytes(megabytes << 20))
            desk.call(desk.xiaohao, "attach", f"{number % 4 + 1}.1", path, "--caption",
                      f"材料 {number}", "--actor", "校团委", "--ledger", ledger, "--today",
                      "2020-08-03")
        shutil.rmtree(folder)
    bundle, backup, plain = (desk.data / name for name in ["bundle.zip", "backup.zip", "plain.zip"])
    end = ["--ledger", ledger, "--today", "2020-08-31"]

    def gone(path):
        return lambda: path.unlink(missing_ok=True)

    floor = entry_of("zip -0 and sha256sum of the same files", [
        "sh", "-c", f"cd {ledger}/evidence && zip -0 -q -r {plain} . && "
        "find . -type f | xargs sha256sum >/dev/null"], gone(plain))
    title = f"{count} files of evidence, {count * megabytes / 1024:.1f} GB"
    yield (f"a submission, {title}", 3, [
        entry_of("xiaohao bundle", [
            desk.xiaohao, "bundle", "--out", bundle, "--format", "md", *end], gone(bundle)), floor])
    yield (f"its check, {title}", 3, [
        entry_of("xiaohao bundle verify", [desk.xiaohao, "bundle", "verify", bundle]),
        entry_of("unzip -t and sha256sum", [
            "sh", "-c", f"unzip -qt {bundle} && sha256sum {bundle}"])])
    floor = entry_of(floor.name, floor.command, gone(plain))
    yield (f"a backup, {title}", 3, [
        entry_of("xiaohao backup", [desk.xiaohao, "backup", backup, *end], gone(backup)), floor])
    yield (f"verify, {title}", 3, [
        entry_of("xiaohao verify", [desk.xiaohao, "verify", "--ledger", ledger]),
        entry_of("sha256sum of the same files", [
            "sh", "-c", f"find {ledger}/evidence -type f | xargs sha256sum"])])
    for path in (bundle, backup, plain):
        path.unlink(missing_ok=True)


def papers(desk):
    """Every paper as PDF, beside what pandoc and LibreOffice take for the same text."""
    ledger = opened(desk, "papers")
    folder = desk.data / "papers-out"
    folder.mkdir(exist_ok=True)
    names = ["self-evaluation", "reform", "ledger", "evidence-index", "filing-form", "hand-in",
             "missing", f"monthly {MONTH}"]
    end = f"--ledger '{ledger}' --today {DAY}"
    lines, plain = [], []
    for number, name in enumerate(names):
        target = folder / f"{number}"
        text = subprocess.run(
            f"'{desk.xiaohao}' report {name} {end}", shell=True, capture_output=True, check=False)
        Path(f"{target}.md").write_bytes(text.stdout)
        lines.append(f"'{desk.xiaohao}' report {name} {end} --format pdf --output '{target}.pdf'")
        plain.append(f"pandoc '{target}.md' -o '{target}.docx'")
    lines = [f"{line} >/dev/null 2>&1; [ $? -le 1 ] || exit 9" for line in lines]
    plain.append(f"soffice --headless --convert-to pdf --outdir '{folder}' '{folder}'/*.docx >/dev/null 2>&1")
    return (f"{len(names)} papers as PDF", 3, [
        entry_of("xiaohao report --format pdf", ["sh", "-c", "\n".join(lines)]),
        entry_of("pandoc each and one LibreOffice for all, plain, nothing compared", [
            "sh", "-c", "\n".join(plain)])])


def plans(desk):
    """The plan of 27 rows in eight formats, each read without recording it; a table in a PDF is
    refused and not measured."""
    source = ROOT / "tasks/example-plan.docx"
    folder = desk.data / "plans"
    folder.mkdir(exist_ok=True)
    shutil.copy2(source, folder / "plan.docx")
    text = desk.call("pandoc", source, "-t", "gfm")
    (folder / "plan.md").write_text(text)
    desk.call("pandoc", source, "-o", folder / "plan.html")
    ledger = opened(desk, "papers")
    for form, name in (("--csv", "plan.csv"), ("--xlsx", "plan.xlsx")):
        path = folder / name
        path.unlink(missing_ok=True)
        desk.call(desk.xiaohao, "export", form, "--ledger", ledger, "--today", DAY, "--output", path)
    for source, ending in (("plan.docx", "odt"), ("plan.docx", "doc"), ("plan.xlsx", "xls")):
        if not (folder / f"plan.{ending}").exists():
            desk.call("soffice", "--headless", "--convert-to", ending, "--outdir", folder,
                      folder / source)
    target = desk.data / "plan-target"
    if not target.exists():
        desk.call(desk.xiaohao, "init", "--school", SCHOOL, "--ledger", target, "--today",
                  "2020-07-20")

    def read(ending):
        return entry_of(f"xiaohao import, {ending}", [
            desk.xiaohao, "import", folder / f"plan.{ending}", "--dry-run", "--ledger", target,
            "--today", "2020-07-20"])
    return ("a plan of 27 rows", 7, [
        *[read(ending) for ending in ["docx", "xlsx", "csv", "md", "html", "odt", "doc", "xls"]],
        entry_of("pandoc, docx to text", ["pandoc", folder / "plan.docx", "-t", "plain"]),
        python("openpyxl, xlsx", "openpyxl", READ, folder),
        entry_of("LibreOffice, doc to docx", [
            "soffice", "--headless", "--convert-to", "docx", "--outdir",
            desk.data / "converted", folder / "plan.doc"])])
