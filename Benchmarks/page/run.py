#!/usr/bin/env python3
"""Puts the page under load: an owner's home, uploads of large files, and single acts.

Usage: run.py PROGRAM FOLDER [--quick] [--output FILE]

The peers are Redmine (Debian, on SQLite), showing its list of as many issues to their owner, and
Fava (PyPI), a web page over a plain-text ledger, showing its journal of as many entries with nobody
to log in. Fava's journal is two answers: a frame, and the entries, which a script asks for; each is
a row. All are asked by wrk in turn, on this machine, after each has been seen to be the whole page.
What is not installed is named. wrk counts what was answered within the round: where a page has more
connections than it answers in that time, its p99 is the round's length and would be more.
"""
import argparse
import http.client
import json
import math
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from contextlib import ExitStack, closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measure import machine, tool  # noqa: E402
from peers import ENTRIES, ITEMS, Page, fava, redmine  # noqa: E402

TODAY = "2020-08-03"
PASSWORD = "一把够长的密码2020"
OWNER = "校团委"
ROOT = Path(__file__).resolve().parent.parent.parent


class School:
    """A ledger of 27 items and 300 entries with an owner of all of them, and its page."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.ledger = folder / "台账"
        self.run("init", "--school", "南岭工程职业学院", day="2020-07-20")
        self.run("import", str(ROOT / "tasks/example-plan.docx"), day="2020-07-20")
        items = json.loads(self.run("list", "--json", day=TODAY))["items"]
        ids = [item["id"] for item in items]
        if len(ids) != ITEMS:
            sys.exit(f"the plan has {len(ids)} items, not {ITEMS}")
        for item in items:
            parts = item["departments"]["lead"] + item["departments"]["supporting"]
            if OWNER not in parts:
                self.run("revise", item["id"], "--departments", "、".join([*parts, OWNER]),
                         "--reason", "会议议定", "--actor", OWNER, day="2020-07-24")
        for number in range(ENTRIES):
            self.run("note", ids[number % len(ids)], f"第 {number} 次进展：已按方案推进",
                     "--actor", OWNER, day="2020-07-25")
        self.server = subprocess.Popen(
            [program, "serve", "--ledger", self.ledger, "--today", TODAY, "--listen",
             "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)/", self.server.stdout.readline()).group(1))
        self.server.stdout.readline()
        link = self.server.stdout.readline().strip()
        # http.client opens it when it is first used, and anew when the server has closed it.
        self.kept = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.cookie = None
        self.send(urllib.parse.urlparse(link).path, member="周工", department="网络中心",
                  reviewer="领导小组办公室",
                  password=PASSWORD, again=PASSWORD)
        self.run("member", "add", "王老师", "--department", OWNER, "--role", "owner", "--actor",
                 "领导小组办公室", day=TODAY)
        self.log_in("周工")
        page = self.send("/members/link", member="王老师")
        link = re.search(r"/link/[0-9a-f]+", page).group()
        self.cookie = None
        self.send(link, password=PASSWORD, again=PASSWORD)
        self.log_in("王老师")

    def run(self, *words, day):
        return subprocess.run(
            [self.program, *words, "--ledger", self.ledger, "--today", day], check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout

    def headers(self, kind=None):
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if kind:
            headers["Content-Type"] = kind
        return headers

    def send(self, path, **fields):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(
            "POST", path, urllib.parse.urlencode(fields),
            self.headers("application/x-www-form-urlencoded"))
        answer = connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.headers.get("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        if answer.status >= 400:
            said = "; ".join(re.findall(r"<li>([^<]+)|class=\"fault\"[^>]*>([^<]+)", text)[0])
            sys.exit(f"{path}: {answer.status}: {said}")
        return text

    def log_in(self, name):
        self.cookie = None
        self.send("/log-in", member=name, password=PASSWORD)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers=self.headers())
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def peak(self):
        status = Path(f"/proc/{self.server.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.server.terminate()
        self.server.wait(20)


def wrk(page, connections, seconds):
    """Requests a second, the 99th percentile in milliseconds, and how many were lost or late."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "20s"]
    if page.cookie:
        command += ["-H", f"Cookie: {page.cookie}"]
    text = subprocess.run(
        [*command, page.url], check=True, stdout=subprocess.PIPE, text=True).stdout
    if re.search(r"Non-2xx", text):
        sys.exit(f"{page.name}: not every answer was a page:\n{text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text).groups()
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    lost = sum(map(int, errors.groups())) if errors else 0
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit], lost


def load(pages, seconds, rounds):
    """Every page in turn, with 64 connections and with 200; the first page is ours."""
    present = [page.check() for page in pages if page.url]
    for page in present:
        wrk(page, 8, 2)  # what the first answers compile
    lines = [f"### an owner's home, {rounds} rounds of {seconds} s in turn, medians\n",
             "| page | connections | requests a second | p99 ms | lost or late | ours ÷ it |",
             "|---|---:|---:|---:|---:|---:|"]
    averages = []
    for connections in (64, 200):
        runs = {page.name: [] for page in present}
        for _ in range(rounds):
            for page in present:
                runs[page.name].append(wrk(page, connections, seconds))
            averages.append(os.getloadavg()[0])
        ours = statistics.median(run[0] for run in runs[pages[0].name])
        for page in pages:
            if not page.url:
                lines.append(f"| {page.name} | {connections} | not measured: {page.missing} | | | |")
                continue
            rate, late, lost = map(statistics.median, zip(*runs[page.name]))
            lines.append(f"| {page.name} | {connections} | {rate:.4g} | {late:.4g} | {lost:.0f} "
                         f"| {ours / rate:.3g} |")
    said = ", ".join(f"{value:.1f}" for value in averages)
    lines += ["", f"Load average after each round, wrk's own and the pages' included: {said}."]
    return lines


def uploads(school, megabytes, count):
    """Large files at once, with the peak of memory and the pages meanwhile."""
    part = os.urandom(1 << 20)
    before = school.peak()
    done, faults = threading.Event(), []

    def upload(number):
        boundary = "BoundaryOfBench"
        head = (f"--{boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n"
                f"大文件 {number}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; "
                f"filename=\"{number}.bin\"\r\n\r\n").encode()
        own = number.to_bytes(8, "big")
        tail = f"\r\n--{boundary}--\r\n".encode()
        length = len(head) + len(own) + megabytes * len(part) + len(tail)
        connection = http.client.HTTPConnection("127.0.0.1", school.port, timeout=600)
        connection.putrequest("POST", "/items/1.1/report")
        for name, value in school.headers(f"multipart/form-data; boundary={boundary}").items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(length))
        connection.endheaders(head + own)
        for _ in range(megabytes):
            connection.send(part)
        connection.send(tail)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 303:
            faults.append(f"upload {number}: {answer.status}")

    threads = [threading.Thread(target=upload, args=(n,)) for n in range(count)]
    pages = []

    def watch():
        while not done.is_set():
            start = time.perf_counter()
            status, _ = school.get("/")
            pages.append((time.perf_counter() - start) * 1000)
            if status != 200:
                faults.append(f"page: {status}")
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    start = time.perf_counter()
    watcher.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    done.set()
    watcher.join()
    if faults:
        sys.exit("; ".join(faults))
    pages.sort()
    return ["### large files at once\n",
            f"{count} uploads of {megabytes} MB at once: {took:.1f} s; peak memory {school.peak():.0f} MB "
            f"({before:.0f} MB before); an owner's home meanwhile: median "
            f"{statistics.median(pages):.0f} ms, 99 % within "
            f"{pages[math.ceil(len(pages) * 0.99) - 1]:.0f} ms, the slowest {pages[-1]:.0f} ms "
            f"({len(pages)} pages)."]


def acts(school, rounds):
    """One note through the page and one through the command line, in turn.

    The command's transaction is what `note` takes beyond `note --dry-run`, which starts, reads and
    decides the same and writes nothing. Beside it stands the least that a durable write costs: one
    row into the same database's copy, with the same journal and the same syncs.
    """
    page, command, rehearsal, floor = [], [], [], []
    copy = school.folder / "copy.sqlite"
    shutil.copy(school.ledger / "ledger.sqlite", copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = EXTRA")
        database.execute("CREATE TABLE plain(body TEXT)")
        for number in range(rounds):
            def note(*words):
                school.run("note", "1.1", f"命令行 {number}", "--actor", OWNER, *words, day=TODAY)

            command.append(timed(note))
            rehearsal.append(timed(lambda: note("--dry-run")))
            page.append(timed(lambda: report(school, f"网页 {number}")))
            floor.append(timed(lambda: database.execute("INSERT INTO plain VALUES (?)", ("x" * 400,))))
    a_page, a_command, a_rehearsal, a_floor = (
        statistics.median(times) * 1000 for times in (page, command, rehearsal, floor))
    transaction = a_command - a_rehearsal
    return ["### one act\n",
            f"A note, {rounds} rounds in turn, medians: {a_page:.1f} ms through the page; "
            f"{a_command:.1f} ms as a command, {a_rehearsal:.1f} ms as the same command with "
            f"`--dry-run`, so its transaction takes {transaction:.1f} ms (one row written by SQLite "
            f"alone: {a_floor:.1f} ms). The page takes {a_page - transaction:+.1f} ms beside the "
            f"command's transaction, {a_page - a_floor:+.1f} ms beside SQLite's row."]


def timed(body):
    start = time.perf_counter()
    body()
    return time.perf_counter() - start


def report(school, note):
    """A note through the page's form, on the connection that is kept as a browser keeps it."""
    boundary = "BoundaryOfBench"
    body = (f"--{boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n{note}\r\n"
            f"--{boundary}\r\nContent-Disposition: form-data; name=\"act\"\r\n\r\nsave\r\n"
            f"--{boundary}--\r\n").encode()
    school.kept.request(
        "POST", "/items/1.1/report", body,
        school.headers(f"multipart/form-data; boundary={boundary}"))
    answer = school.kept.getresponse()
    answer.read()
    if answer.status != 303:
        sys.exit("a note was refused")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="few seconds, small files")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    if not tool("wrk"):
        sys.exit("wrk is not installed: make bench-peers")
    average = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    text = [f"Machine: {machine()}; load at the start {average}.\n"]
    folder = arguments.folder.resolve()
    school = School(arguments.program.resolve(), folder)
    seconds, rounds = (2, 1) if arguments.quick else (8, 3)
    try:
        with ExitStack() as stack:
            peers = stack.enter_context(redmine()) + stack.enter_context(fava(folder))
            home = Page(
                f"owner's home, {ITEMS} items, {ENTRIES} entries", f"http://127.0.0.1:{school.port}/",
                r'href="/items/\d', ITEMS, school.cookie)
            text += load([home, *peers], seconds, rounds)
        text += ["", *acts(school, 5 if arguments.quick else 31)]
        text += ["", *uploads(school, 5 if arguments.quick else 100, 8)]
    finally:
        school.stop()
    print("\n".join(text))
    if arguments.output:
        arguments.output.write_text("\n".join(text) + "\n")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
