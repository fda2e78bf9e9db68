"""The pages that ours is held against: Redmine's issue list, and Fava's journal."""
import http.client
import http.cookiejar
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measure import tool  # noqa: E402

ITEMS, ENTRIES = 27, 300
PASSWORD = "long enough 2020"
REDMINE = Path("/usr/share/redmine")


@dataclass
class Page:
    """One page under load, and what tells that it is the whole page."""

    name: str
    url: str | None  # None when it is not installed
    mark: str = ""  # stands in the page `count` times
    count: int = 0
    cookie: str | None = None
    missing: str = ""

    def check(self):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        request = urllib.request.Request(self.url, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read().decode()
        if (found := len(re.findall(self.mark, text))) != self.count:
            sys.exit(f"{self.name}: {self.mark!r} stands there {found} times, not {self.count}")
        return self


def said(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(command, port, path, **process):
    """Runs a server until the end of the block, which starts when the path is answered."""
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **process)
    try:
        for _ in range(600):
            if server.poll() is not None:
                sys.exit(f"{command[0]} ended with {server.returncode}")
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("GET", path)
                if connection.getresponse().status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit(f"{command[0]} does not answer")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def fava(folder):
    """Fava's journal: a frame, and the entries that its script asks for."""
    command = tool("fava")
    if not command:
        yield [Page("Fava", None, missing="not installed")]
        return
    accounts = [f"Assets:Item{n}" for n in range(ITEMS)] + ["Equity:Start"]
    lines = [f"2020-07-01 open {name}" for name in accounts]
    lines += [
        f'2020-07-25 * "note {n}" "progress as planned"\n  {accounts[n % ITEMS]}  1 CNY\n'
        f"  Equity:Start" for n in range(ENTRIES)]
    path = folder / "journal.beancount"
    path.write_text("\n".join(lines) + "\n")
    version = said(*command, "--version").split()[-1]
    port = free_port()
    frame = "/beancount/journal/"
    with serving([*command, "--port", str(port), path], port, frame) as root:
        entries = f"{root}/beancount/api/journal_page?page=1&order=desc"
        yield [
            Page(f"Fava {version}, journal, {ENTRIES} entries", entries, "progress as planned",
                 ENTRIES),
            Page("Fava, the journal's frame without entries", root + frame, "<article>", 1),
        ]


@contextmanager
def redmine():
    """Redmine's list of as many issues, for their owner, who is logged in.

    Debian's Redmine runs as www-data; its own database is left alone, this one lies in a folder of
    its own. Puma gets a process for each core.
    """
    puma = tool("puma")
    if not (puma and (REDMINE / "config.ru").exists()):
        yield [Page("Redmine", None, missing="not installed: Benchmarks/peers.sh --redmine")]
        return
    if os.geteuid() != 0:
        yield [Page("Redmine", None, missing="only root runs it as www-data")]
        return
    user = pwd.getpwnam("www-data")
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, user.pw_uid, user.pw_gid)
        environment = {
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder, "RAILS_ENV": "production",
            "REDMINE_LANG": "en", "SCHEMA": f"{folder}/schema.rb",
            "DATABASE_URL": f"sqlite3:{folder}/redmine.sqlite?pool=5&timeout=20000"}
        process = {
            "cwd": REDMINE, "env": environment, "user": user.pw_uid, "group": user.pw_gid,
            "extra_groups": []}
        script = shutil.copy(Path(__file__).with_name("redmine.rb"), folder)
        os.chmod(script, 0o644)
        for words in (
            ["rake", "db:migrate"], ["rake", "redmine:load_default_data"],
            ["bin/rails", "runner", script, PASSWORD, str(ITEMS), str(ENTRIES)],
        ):
            done = subprocess.run(
                words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **process)
            if done.returncode:
                sys.exit(f"Redmine: {words[:2]}: {done.stdout[-2000:]}")
        port = free_port()
        command = [
            *puma, "--environment", "production", "--workers", str(os.cpu_count()), "--threads",
            "5:5", "--bind", f"tcp://127.0.0.1:{port}"]
        version = said("dpkg-query", "--show", "--showformat=${Version}", "redmine").split("-")[0]
        with serving(command, port, "/login", **process) as root:
            yield [Page(
                f"Redmine {version}, list of {ITEMS} issues, {ENTRIES} notes",
                f"{root}/projects/plan/issues?per_page=50", r'<tr id="issue-\d', ITEMS,
                log_in(root))]


def log_in(root):
    """The session cookie of Redmine's owner."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = browser.open(f"{root}/login").read().decode()
    token = re.search(r'name="authenticity_token" value="([^"]+)"', form).group(1)
    fields = {"authenticity_token": token, "username": "owner", "password": PASSWORD}
    page = browser.open(f"{root}/login", urllib.parse.urlencode(fields).encode()).read().decode()
    if "/logout" not in page:
        sys.exit("Redmine: the log-in was refused")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
