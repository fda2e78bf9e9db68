"""The journeys of the four roles through the page, in headless Chromium.

Usage: journeys.py PROGRAM FOLDER CHROMIUM CHROMEDRIVER

A made-up school is opened with the program, the page is started, and administrator, owner, reviewer
and leader do their day's work, once with and once without JavaScript. On every page: no finding of
axe-core, nothing on the console, nothing asked for elsewhere, no sideways scrolling down to 320 px.
Pictures at 1366 and 390 px and prints are left in FOLDER to be looked at.
"""

import os
import re
import shutil
import subprocess
import sys

from browser import Browser, Faults, photo

TODAY = "2020-08-03"
PASSWORD = "一把够长的密码2020"
MOST_CLICKS = 8


class School:
    """A ledger with an item that was returned and others on the way, and its page."""

    def __init__(self, program, folder, root):
        self.program, self.folder = program, folder
        self.ledger = os.path.join(folder, "台账")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.photos = [
            photo(os.path.join(folder, f"IMG_000{n}.png"), 40 * n, 90, 160) for n in (1, 2, 3, 4)]
        self.run("init", "--school", "南岭工程职业学院", day="2020-07-20")
        self.run("import", os.path.join(root, "tasks/example-plan.docx"), day="2020-07-20")
        self.run("start", "1.1", "1.2", "4.1", "--actor", "学工部", day="2020-07-21")
        for item in ("1.1", "1.2", "4.1"):
            self.run("attach", item, self.photos[2], "--caption", "会议照片", "--actor", "学工部",
                     day="2020-07-22")
        self.run("submit", "1.1", "4.1", "--summary", "工作指引已经印发，落实到各系。",
                 "--actor", "学工部", day="2020-07-24")
        self.run("submit", "1.2", "--summary", "动员会基本完成。", "--actor", "学工部",
                 day="2020-07-24")
        self.run("return", "4.1", "--reason", "缺会议签到表和照片，补齐后再申请", "--actor",
                 "领导小组办公室", day="2020-07-27")

    def run(self, *words, day):
        subprocess.run(
            [self.program, *words, "--ledger", self.ledger, "--today", day], check=True,
            stdout=subprocess.DEVNULL)

    def serve(self):
        self.server = subprocess.Popen(
            [self.program, "serve", "--ledger", self.ledger, "--today", TODAY, "--listen",
             "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        first = self.server.stdout.readline()
        base = re.search(r"http://[^/]+", first).group()
        self.server.stdout.readline()
        link = self.server.stdout.readline().strip()
        return base, link.replace(base, "")

    def stop(self):
        self.server.terminate()
        self.server.wait(20)


def log_in(browser, name):
    browser.open("/")
    browser.type("#member", name)
    browser.clicks += 1  # Into the field of the password.
    browser.type("#password", PASSWORD)
    browser.button("登录", "main")


def log_out(browser):
    browser.button("退出")


def set_password(browser, link):
    browser.open(link)
    browser.type("#password", PASSWORD)
    browser.type("#again", PASSWORD)
    browser.check("link")
    browser.button("设好密码")


def administrator(browser, setup, faults):
    browser.open(setup)
    browser.check("setup")
    browser.type("#member", "周工")
    browser.type("#department", "网络中心")
    browser.type("#password", PASSWORD)
    browser.type("#again", PASSWORD)
    browser.button("设好密码")
    browser.check("log-in")
    log_in(browser, "周工")
    browser.check("home-administrator")
    links = {}
    for name, department, role in (
        ("王老师", "学工部", "责任部门"), ("孙老师", "领导小组办公室", "办公室"),
        ("钱书记", "校领导", "领导"),
    ):
        browser.open("/members")
        browser.type("main #member", name)
        browser.type("#department", department)
        browser.find("#role").send_keys(role)
        browser.button("登记", "main")
        faults.expect("人员已登记" in browser.text, f"{name} is not registered")
        for row in browser.all("tbody tr"):
            if row.text.startswith(name):
                browser.click_on(row.find_element("css selector", "button"), "link")
                break
        links[name] = browser.find("a.code").get_attribute("href").replace(browser.base, "")
    browser.check("members")
    browser.open("/log-ins")
    browser.check("log-ins")
    browser.open("/help")
    browser.check("help")
    log_out(browser)
    return links


def owner(browser, school, faults, link):
    set_password(browser, link)
    browser.clicks = 0
    log_in(browser, "王老师")
    browser.check("home-owner")
    first = browser.all("ul.items .title")[0]
    faults.expect("缺会议签到表" in browser.all("ul.items li")[0].text, "the returned item is not on top")
    browser.click_on(first, "the returned item")
    browser.check("item-returned")
    browser.choose_files("#files", school.photos[:2])
    if not browser.find("#summary").get_attribute("value"):
        browser.clicks += 1
        browser.type("#summary", "遴选指引已经印发，会议签到表和照片一并附上。")
    browser.button("保存并申请销号")
    print(f"owner: {browser.clicks} clicks from the log-in to the application", flush=True)
    faults.expect(browser.clicks <= MOST_CLICKS, f"{browser.clicks} clicks are more than {MOST_CLICKS}")
    faults.expect("已申请销号" in browser.text, "the application is not confirmed")
    for path in school.photos[:2]:
        faults.expect(os.path.basename(path) in browser.text, f"{path} is not on the receipt")
    browser.check("receipt")
    if browser.scripts:
        browser.print("receipt")
    # Takes it back, keeps a draft, asks for more time, and applies again.
    browser.link("回到条目")
    browser.check("item-submitted")
    browser.button("收回申请")
    faults.expect("申请已收回" in browser.text, "the application is not taken back")
    browser.type("#note", "周五再核对一遍名单")
    browser.button("存草稿")
    faults.expect("草稿已保存" in browser.text, "the draft is not kept")
    browser.open(browser.place.split("?")[0])
    faults.expect(
        browser.find("#note").get_attribute("value") == "周五再核对一遍名单", "the draft is not shown")
    browser.button("保存并申请销号")
    faults.expect("已申请销号" in browser.text, "the second application is not confirmed")
    browser.open("/items")
    browser.check("items-owner")
    # An empty report comes back with what is wrong.
    item = browser.all("ul.items .title")[-1].get_attribute("href").replace(browser.base, "")
    browser.open(item)
    browser.button("保存", "main")
    faults.expect("还没有填写进展" in browser.text, "an empty report is not said to be empty")
    browser.check("item-fault")
    if browser.scripts:
        browser.print("item-fault")
    log_out(browser)


def reviewer(browser, faults, link):
    set_password(browser, link)
    log_in(browser, "孙老师")
    browser.check("home-reviewer")
    browser.open("/review")
    browser.check("queue")
    browser.click('a[href="/review/4.1"]')
    faults.expect(len(browser.all("ul.evidence img")) >= 2, "the photos are not beside the clause")
    browser.check("review")
    if browser.scripts:
        browser.print("review")
    browser.type("#opinion", "同意销号")
    browser.button("销号", "main")
    faults.expect("已销号" in browser.text, "4.1 is not closed")
    browser.click('a[href="/review/1.2"]')
    faults.expect("基本" in browser.text, "the hedge of 1.2 is not named")
    browser.type("#reason", "说明里有「基本」，写明事实")
    browser.button("退回")
    faults.expect("已退回" in browser.text, "1.2 is not returned")
    for box in browser.all('input[name="item"]'):
        box.click()
    browser.type("#opinion", "同意销号")
    browser.button("选中的都销号")
    faults.expect("刚才的结果" in browser.text, "the results of many are not shown")
    browser.check("queue-results")
    for path, name in (
        ("/office", "office"), ("/office/check", "check"), ("/office/facts", "facts"),
        ("/office/meetings", "meetings"), ("/office/indicators", "indicators"),
        ("/office/files", "files"), ("/office/revise/1.2", "revise"), ("/office/import", "import"),
        ("/items", "items"), ("/reviewers", "reviewers"),
        ("/papers", "papers"), ("/board", "board-form"), ("/review/4.1", "review-closed"),
        ("/office/texts", "texts"), ("/sheets", "sheets"),
    ):
        browser.open(path)
        browser.check(name)
    office(browser, faults)
    log_out(browser)


def office(browser, faults):
    """The month's meeting, and a reminder."""
    browser.open("/office/meetings")
    browser.button("开例会")
    faults.expect("例会已开" in browser.text, "the meeting is not opened")
    browser.check("meeting")
    browser.type("#names", "孙老师、钱书记")
    browser.button("登记出席")
    faults.expect("已登记：孙老师、钱书记" in browser.text, "who was there is not shown")
    browser.type("#text", "统一佐证材料的格式")
    browser.type("#owner", "校团委")
    browser.button("登记议定事项")
    faults.expect("统一佐证材料的格式（校团委" in browser.text, "what was decided is not shown")
    browser.check("meeting-decided")
    browser.open("/office/reminders")
    browser.check("reminders")
    if browser.all("input[name=department]"):
        browser.click("form[action='/office/reminders'] button")
        faults.expect("函件已登记编号" in browser.text, "the reminder is not sent")
        browser.check("reminders-sent")


def leader(browser, faults, link):
    set_password(browser, link)
    log_in(browser, "钱书记")
    browser.check("home-leader")
    browser.link("看挂图")
    browser.link("看今天的挂图")
    faults.expect("南岭工程职业学院" in browser.text, "the board does not name the school")
    browser.picture("board")
    browser.open("/papers")
    browser.check("papers-leader")
    browser.open("/papers/ledger")
    browser.picture("paper-ledger")
    browser.open("/items")
    browser.check("items-leader")
    faults.expect(not browser.all("main form[method=post]"), "the leader has something to press")
    browser.open("/review")
    faults.expect("没有权限" in browser.text, "the leader reviews")
    browser.check("fault")


def main():
    program, folder, chromium, driver = sys.argv[1:5]
    # The driver takes whole paths only.
    folder = os.path.abspath(folder)
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    faults = Faults()
    for scripts in (True, False):
        out = os.path.join(folder, "pictures" if scripts else "pictures-plain")
        school = School(os.path.abspath(program), os.path.join(folder, "school"), root)
        os.makedirs(out, exist_ok=True)
        base, setup = school.serve()
        browser = Browser(chromium, driver, base, out, faults, scripts)
        try:
            links = administrator(browser, setup, faults)
            owner(browser, school, faults, links["王老师"])
            reviewer(browser, faults, links["孙老师"])
            leader(browser, faults, links["钱书记"])
        finally:
            browser.quit()
            school.stop()
        print("with JavaScript" if scripts else "without JavaScript", "done", flush=True)
    sys.exit(1 if faults.lines else 0)


if __name__ == "__main__":
    main()
