"""The wall chart in headless Chromium: what stands above the fold, axe-core, and how it prints.

Usage: board.py PROGRAM FOLDER CHROMIUM CHROMEDRIVER [PLAN]

Two made-up schools, one half way and one that has just begun, and the school of PLAN where one is
given. At 1920 x 1080 and 1366 x 768 everything that a meeting looks at stands within the window;
at those sizes and at 390 px axe-core finds nothing, nothing is on the console, nothing is asked for
elsewhere and nothing scrolls sideways; the print is one page of A3. Pictures are left in FOLDER.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys

from browser import Browser, Faults

SIZES = {"projector": (1920, 1080), "desk": (1366, 768), "phone": (390, 844)}
TODAY = "2020-08-20"
OFFICE = "领导小组办公室"
# What a meeting looks at: the countdown, the tasks, what is to be decided, what is late, who leads.
SEEN = ["h1", ".figures li", ".tasks tr", ".legend", ".decide li", ".late li", ".loads tr"]
WHOLE = [".figures li", ".decide li", ".tasks th", ".loads th"]


class School:
    """A ledger brought about by commands."""

    def __init__(self, program, folder, name, plan):
        self.program, self.folder, self.name = program, folder, name
        self.ledger = os.path.join(folder, name)
        shutil.rmtree(self.ledger, ignore_errors=True)
        self.evidence = os.path.join(folder, "材料.pdf")
        with open(self.evidence, "wb") as file:
            file.write(b"%PDF-1.4 sample\n%%EOF\n")
        self.run("2020-07-20", "init", "--school", "南岭工程职业学院")
        self.run("2020-07-20", "import", plan)

    def run(self, day, *words):
        return subprocess.run(
            [self.program, *words, "--ledger", self.ledger, "--today", day], check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def items(self):
        return json.loads(self.run("2020-07-20", "list", "--json"))["items"]

    def half_way(self):
        """A third closed, a third applied for, the rest open; one more asks for time, one has a gap."""
        items = [item for item in self.items() if item["deadline"].get("due")]
        ids = [item["id"] for item in items]
        done = [id for place, id in enumerate(ids) if place % 3 != 2]
        open_items = [id for id in ids if id not in done]
        self.run("2020-07-21", "start", *ids, "--actor", "校团委")
        for id in done:
            measures = next(item["measures"] for item in items if item["id"] == id)
            for number in range(1, max(len(measures), 1) + 1):
                words = ("--measure", str(number)) if measures else ()
                self.run("2020-07-22", "attach", id, self.evidence, "--caption", "工作方案", *words,
                         "--actor", "校团委")
        self.run("2020-07-23", "submit", *done, "--summary", "办法已经印发各系并已执行。", "--actor", "校团委")
        self.run("2020-07-27", "close", *done[::2], "--opinion", "同意销号", "--actor", OFFICE)
        self.run("2020-07-27", "return", done[1], "--reason", "缺会议签到表", "--actor", OFFICE)
        self.run("2020-08-10", "extend", "request", open_items[-1], "--until", "2020-12-20", "--reason",
                 "等待换届", "--progress", "已有初稿", "--actor", "校团委")
        self.run("2020-08-11", "gap", "raise", "各系佐证材料格式不统一", "--owner", "学工部",
                 "--due", "2020-08-31", "--actor", OFFICE)

    def board(self):
        path = os.path.join(self.folder, self.name + ".html")
        self.run(TODAY, "report", "board", "--output", path, "--force")
        return path


def look(browser, faults, name):
    """Opens a board at every size."""
    for size, (width, height) in SIZES.items():
        browser.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone"})
        browser.open("")
        wide = browser.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults.expect(wide <= 0, f"{name} at {size}: scrolls sideways by {wide} px")
        browser.axe(name, size)
        if size != "phone":
            for line in browser.driver.execute_script(FOLD, SEEN, WHOLE):
                faults.add(f"{name} at {size}: {line}")
        shot = browser.driver.execute_cdp_cmd(
            "Page.captureScreenshot",
            {"format": "png", "captureBeyondViewport": size == "phone"})
        browser.write(f"{name}-{size}.png", base64.b64decode(shot["data"]))
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


# Elements outside the window, elements whose words are cut, and a board without what is looked for.
FOLD = """
const [seen, whole] = arguments, lines = [];
const words = e => e.textContent.replace(/\\s+/g, ' ').trim().slice(0, 40);
for (const selector of seen) {
  for (const e of document.querySelectorAll(selector)) {
    const box = e.getBoundingClientRect();
    if (box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5 || box.top < 0 || box.left < 0)
      lines.push(`${selector} is outside the window (${Math.round(box.bottom)} of ${innerHeight}): ${words(e)}`);
  }
}
for (const selector of whole)
  for (const e of document.querySelectorAll(selector))
    if (e.scrollWidth > e.clientWidth + 1) lines.push(`${selector} is cut: ${words(e)}`);
for (const selector of ['.figures li', '.tasks tr', '.loads tr'])
  if (!document.querySelector(selector)) lines.push(`there is no ${selector}`);
return lines;
"""


def printed(browser, faults, name):
    data = base64.b64decode(
        browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    path = browser.write(name + "-print.pdf", data)
    told = subprocess.run(["pdfinfo", path], check=True, stdout=subprocess.PIPE, text=True).stdout
    pages = int(re.search(r"Pages: +(\d+)", told).group(1))
    faults.expect(pages == 1, f"{name}: {pages} printed pages instead of one")
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
    wanted = (1190.55, 841.89)
    faults.expect(
        all(abs(float(a) - b) < 2 for a, b in zip(size.groups(), wanted)),
        f"{name}: prints on {size.group()} instead of A3 across")
    subprocess.run(
        ["pdftoppm", "-r", "72", "-png", path, os.path.join(browser.out, name + "-print")], check=True)


def main():
    program, folder, chromium, driver = sys.argv[1:5]
    plan = sys.argv[5] if len(sys.argv) > 5 else None
    folder = os.path.abspath(folder)
    os.makedirs(folder, exist_ok=True)
    program = os.path.abspath(program)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sample = os.path.join(root, "tasks/example-plan.docx")
    schools = [School(program, folder, "half-way", sample), School(program, folder, "begun", sample)]
    schools[0].half_way()
    if plan:
        schools.append(School(program, folder, "plan", plan))
        schools[-1].half_way()
    faults = Faults()
    for school in schools:
        browser = Browser(chromium, driver, "file://" + school.board(), folder, faults)
        try:
            look(browser, faults, school.name)
            printed(browser, faults, school.name)
        finally:
            browser.quit()
        print("board:", school.name, "done", flush=True)
    sys.exit(1 if faults.lines else 0)


if __name__ == "__main__":
    main()
