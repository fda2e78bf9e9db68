"""A headless Chromium as the journeys see it: pages, clicks that are counted, what axe-core finds,
what the console says and where requests go."""

import base64
import json
import os
import struct
import subprocess
import zlib

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

AXE = os.path.join(os.path.dirname(axe_core_python.__file__), "axe.min.js")
SIZES = {"desk": (1366, 768), "phone": (390, 844), "narrow": (320, 640)}


class Faults:
    """What was found wrong, each said once."""

    def __init__(self):
        self.lines = []

    def add(self, line):
        if line not in self.lines:
            self.lines.append(line)
            print("fault:", line, flush=True)

    def expect(self, is_so, line):
        if not is_so:
            self.add(line)


def is_gone(page):
    """Whether a page was left; the driver says so in two ways, by when it is asked."""
    try:
        page.is_enabled()
    except StaleElementReferenceException:
        return True
    except WebDriverException as error:
        if "does not belong to the document" in (error.msg or ""):
            return True
        raise
    return False


class Browser:
    """One browser with a profile of its own."""

    def __init__(self, chromium, driver, base, out, faults, scripts=True):
        options = Options()
        options.binary_location = chromium
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--disable-dev-shm-usage", "--force-color-profile=srgb", "--lang=zh-CN",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=1366,768",
        ):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.base, self.out, self.faults, self.scripts = base, out, faults, scripts
        self.clicks = 0
        self.seen = set()

    def quit(self):
        self.driver.quit()

    # Going about

    def open(self, path):
        self.driver.get(self.base + path)
        self.look()

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector):
        """Clicks; counted, because every click is one that a newcomer has to find."""
        self.click_on(self.find(selector), selector)

    def click_on(self, element, words):
        self.clicks += 1
        page = self.find("html")
        element.click()
        # Every click here leads to another page; without scripts the driver does not wait for it.
        WebDriverWait(self.driver, 30).until(lambda _: is_gone(page))
        self.look()

    def link(self, words):
        self.click_on(self.driver.find_element(By.PARTIAL_LINK_TEXT, words), words)

    def button(self, words, within="body"):
        for button in self.all(within + " button"):
            if button.text.strip().startswith(words) and button.is_displayed():
                return self.click_on(button, words)
        self.faults.add(f"{self.place}: no button «{words}»")
        raise SystemExit(1)

    def type(self, selector, text):
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def choose_files(self, selector, paths):
        """Choosing files opens a window of the system: counted as two clicks."""
        self.clicks += 2
        self.find(selector).send_keys("\n".join(paths))

    @property
    def place(self):
        return self.driver.current_url.replace(self.base, "") or "/"

    @property
    def text(self):
        return self.find("body").text

    # What is looked at on every page

    def look(self):
        for entry in self.driver.get_log("browser"):
            if "favicon" in entry["message"]:
                continue
            status = " the server responded with a status of 4"
            if status in entry["message"]:
                continue  # A page that says what was wrong, with its status.
            self.faults.add(f"{self.place}: console: {entry['message']}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            url = message["params"]["request"]["url"]
            # A new tab of the browser itself, before any page of ours.
            if url.startswith(("data:", "chrome:", "chrome-", "about:")):
                continue
            self.faults.expect(url.startswith(self.base), f"{self.place}: asks for {url}")

    def check(self, name, is_ours=True):
        """axe-core at two widths, no sideways scrolling at three, and pictures."""
        if not self.scripts:
            return
        for size, (width, height) in SIZES.items():
            self.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1,
                 "mobile": size != "desk"})
            wide = self.driver.execute_script(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.faults.expect(wide <= 0, f"{name}: scrolls sideways by {wide} px at {width} px")
            if size != "narrow":
                self.axe(name, size)
                self.picture(f"{name}-{size}")
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def axe(self, name, size):
        with open(AXE, encoding="utf-8") as file:
            source = file.read()
        # In a world of its own: the policy of the page holds for the page.
        self.driver.execute_script(source)
        found = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations));")
        for rule in found:
            for node in rule["nodes"]:
                self.faults.add(
                    f"{name} at {size}: axe {rule['id']}: {' '.join(map(str, node['target']))}: "
                    + " ".join((node.get("failureSummary") or "").split()))

    def picture(self, name):
        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
        self.write(name + ".png", base64.b64decode(shot["data"]))

    def print(self, name):
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        path = self.write(name + ".pdf", base64.b64decode(printed["data"]))
        subprocess.run(
            ["pdftoppm", "-r", "60", "-png", path, os.path.join(self.out, name + "-print")],
            check=True)

    def write(self, name, data):
        path = os.path.join(self.out, name)
        with open(path, "wb") as file:
            file.write(data)
        return path


def photo(path, red, green, blue, side=480):
    """A picture that browsers show: stripes of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(
        b"\0" + bytes((red, green, blue) if (row // 40) % 2 else (235, 235, 235)) * side
        for row in range(side * 3 // 4))
    with open(path, "wb") as file:
        file.write(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side * 3 // 4, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return path
