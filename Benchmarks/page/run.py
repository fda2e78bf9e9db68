#!/usr/bin/env python3
"""Puts the page under load: an owner's home, uploads of large files, and single acts.

Usage: run.py PROGRAM FOLDER [--quick] [--output FILE]

The peer is Fava (PyPI), a web page over a plain-text ledger, showing its journal of as many entries
with nobody to log in; both are asked by wrk in turn, on this machine. What is not installed is named.
"""
import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measure import machine, tool  # noqa: E402

TODAY = "2020-08-03"
PASSWORD = "一把够长的密码2020"
ENTRIES = 300
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
        for number in range(ENTRIES):
            self.run("note", ids[number % len(ids)], f"第 {number} 次进展：已按方案推进",
                     "--actor", "校团委", day="2020-07-25")
        self.server = subprocess.Popen(
            [program, "serve", "--ledger", self.ledger, "--today", TODAY, "--listen",
             "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)/", self.server.stdout.readline()).group(1))
        self.server.stdout.readline()
        link = self.server.stdout.readline().strip()
        self.cookie = None
        self.send(urllib.parse.urlparse(link).path, member="周工", department="网络中心",
                  reviewer="领导小组办公室",
                  password=PASSWORD, again=PASSWORD)
        self.run("member", "add", "王老师", "--department", "校团委", "--role", "owner", "--actor",
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


def fava(folder):
    """A journal of as many entries; None when Fava is not installed."""
    command = tool("fava")
    if not command:
        return None
    accounts = [f"Assets:Item{n}" for n in range(27)] + ["Equity:Start"]
    lines = [f"2020-07-01 open {name}" for name in accounts]
    lines += [
        f'2020-07-25 * "note {n}" "progress as planned"\n  {accounts[n % 27]}  1 CNY\n'
        f"  Equity:Start" for n in range(ENTRIES)]
    path = folder / "journal.beancount"
    path.write_text("\n".join(lines) + "\n")
    port = 5178
    server = subprocess.Popen(
        [*command, "--port", str(port), path], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    for _ in range(200):
        time.sleep(0.1)
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/beancount/journal/")
            if connection.getresponse().status == 200:
                break
        except OSError:
            continue
    return server, f"http://127.0.0.1:{port}/beancount/journal/"


def wrk(url, connections, seconds, cookie=None):
    """Requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "20s"]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    text = subprocess.run(
        [*command, url], check=True, stdout=subprocess.PIPE, text=True).stdout
    if re.search(r"Non-2xx", text):
        sys.exit(f"{url}: not every answer was a page:\n{text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def load(school, peer, seconds, rounds):
    ours, theirs = [], []
    url = f"http://127.0.0.1:{school.port}/"
    for _ in range(rounds):
        ours.append(wrk(url, 64, seconds, school.cookie))
        if peer:
            theirs.append(wrk(peer[1], 64, seconds))
    many = wrk(url, 200, seconds, school.cookie)

    def row(name, runs):
        return (statistics.median(r for r, _ in runs), statistics.median(p for _, p in runs), name)

    lines = [f"### an owner's home, {rounds} rounds in turn, medians\n",
             "| page | connections | requests a second | p99 ms | ours ÷ it |",
             "|---|---:|---:|---:|---:|"]
    rate, late, _ = row("", ours)
    lines.append(f"| owner's home, 27 items, {ENTRIES} entries | 64 | {rate:.0f} | {late:.1f} | 1 |")
    if theirs:
        other, slow, _ = row("", theirs)
        lines.append(f"| Fava, journal of {ENTRIES} entries | 64 | {other:.1f} | {slow:.0f} "
                     f"| {rate / other:.0f} |")
    else:
        lines.append("| Fava | not measured: not installed | | | |")
    lines.append(f"| owner's home | 200 | {many[0]:.0f} | {many[1]:.1f} | |")
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
            time.sleep(0.05)

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
            f"{statistics.median(pages):.0f} ms, 99 % within {pages[int(len(pages) * 0.99) - 1]:.0f} ms "
            f"({len(pages)} pages)."]


def acts(school, rounds):
    """One note through the page and one through the command line, in turn."""
    page, command, start_up = [], [], []
    for number in range(rounds):
        start = time.perf_counter()
        school.run("note", "1.1", f"命令行 {number}", "--actor", "校团委", day=TODAY)
        command.append(time.perf_counter() - start)
        start = time.perf_counter()
        school.run("show", "1.1", day=TODAY)
        start_up.append(time.perf_counter() - start)
        boundary = "BoundaryOfBench"
        body = (f"--{boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n网页 {number}\r\n"
                f"--{boundary}\r\nContent-Disposition: form-data; name=\"act\"\r\n\r\nsave\r\n"
                f"--{boundary}--\r\n").encode()
        start = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", school.port, timeout=60)
        connection.request(
            "POST", "/items/1.1/report", body,
            school.headers(f"multipart/form-data; boundary={boundary}"))
        if connection.getresponse().status != 303:
            sys.exit("a note was refused")
        page.append(time.perf_counter() - start)
    ms = [statistics.median(times) * 1000 for times in (page, command, start_up)]
    return ["### one act\n",
            f"A note, {rounds} rounds in turn, medians: {ms[0]:.1f} ms through the page; "
            f"{ms[1]:.1f} ms as a command, of which {ms[2]:.1f} ms are starting and reading (`show`): "
            f"the page takes {ms[0] - (ms[1] - ms[2]):+.1f} ms beside the transaction."]


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
    peer = fava(folder)
    try:
        text += load(school, peer, 2 if arguments.quick else 8, 1 if arguments.quick else 3)
        text += ["", *acts(school, 5 if arguments.quick else 31)]
        text += ["", *uploads(school, 5 if arguments.quick else 100, 8)]
    finally:
        school.stop()
        if peer:
            peer[0].terminate()
    print("\n".join(text))
    if arguments.output:
        arguments.output.write_text("\n".join(text) + "\n")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
