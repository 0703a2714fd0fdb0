// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks at every page of a book in headless Chromium, at three widths, light and dark: nothing is cut or runs over, no script
// fails, links and anchors resolve, pictures have a sentence, text has contrast (WCAG AA), the keyboard reaches every control,
// the search finds, each page has its twin in the other language, and what one plays with has the program's numbers.  Use: node check.js CHROMIUM FOLDER [PAGE.html ...]; prints what is wrong, and exits with 1 if anything is.

const fs = require("fs");
const os = require("os");
const path = require("path");
const { spawn, execFileSync } = require("child_process");

const [program, folder, ...named] = process.argv.slice(2);
const root = path.resolve(folder);
const listed = (folder) => fs.existsSync(path.join(root, folder)) ? fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".html")).sort().map((name) => folder + name) : [];
const pages = named.length ? named : [...listed(""), ...listed("ru/")];
const widths = [390, 768, 1280], schemes = ["light", "dark"];

// ---- Chromium's protocol, through a pipe ----

const profile = fs.mkdtempSync(path.join(os.tmpdir(), "descent-book-"));
const browser = spawn(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
  `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
let number = 0, received = "";
const answers = new Map(), listeners = new Set();
browser.on("error", (error) => { console.error(`check-book: cannot start ${program}: ${error.message}`); process.exit(2); });
browser.stdio[4].setEncoding("utf8");
browser.stdio[4].on("data", (text) => {
  received += text;
  for (let end; (end = received.indexOf("\0")) >= 0; received = received.slice(end + 1)) {
    const message = JSON.parse(received.slice(0, end));
    if (message.id) { answers.get(message.id)(message); answers.delete(message.id); }
    else for (const listener of listeners) listener(message);
  }
});
function ask(method, params = {}, sessionId) {
  return new Promise((resolve, reject) => {
    const id = ++number;
    answers.set(id, (message) => message.error ? reject(new Error(`${method}: ${message.error.message}`)) : resolve(message.result));
    browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  });
}
const event = (name, session) => new Promise((resolve) => {
  const listener = (message) => {
    if (message.method !== name || message.sessionId !== session) return;
    listeners.delete(listener);
    resolve(message.params);
  };
  listeners.add(listener);
});

// ---- what is asked within a page ----

function inspect(dark) {
  const wrong = [];
  const say = (what, element) => {
    const name = element.id ? `#${element.id}` : element.closest("[id]") ? `in #${element.closest("[id]").id}` : element.tagName.toLowerCase();
    if (wrong.length < 8) wrong.push(`${what} (${name}: ${element.textContent.trim().replace(/\s+/g, " ").slice(0, 60)})`);
  };
  const seen = (element) => element.getClientRects().length > 0;
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth)
    say(`the page is ${width} px wide`, [...document.querySelectorAll("body *")].reverse().find((e) => seen(e) && !e.closest(".scroll, table") && e.getBoundingClientRect().right > width - 2) || document.body);
  for (const element of document.querySelectorAll("main p, main li, main pre, main h1, main h2, main h3, main dd, main summary, main figure, math[display=block], header, nav"))
    if (seen(element) && !element.closest(".scroll") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== "inline")
      say(`${element.tagName.toLowerCase()} runs over: ${element.scrollWidth} of ${element.clientWidth} px`, element);
  for (const image of document.images) {
    if (image.closest("[aria-hidden=true]")) continue;
    if (!/\S+(\s+\S+){3,}[.!?]$/.test(image.alt)) say(`the alternative text is no sentence: "${image.alt}"`, image.parentElement);
    if (image.complete && seen(image) && !image.naturalWidth) say(`no picture ${image.getAttribute("src")}`, image.parentElement);
  }
  for (const control of document.querySelectorAll("a[href], button, input, summary, .scroll"))
    if (seen(control) && control.tabIndex < 0 && !control.closest("[aria-hidden=true]")) say("the keyboard does not reach it", control);
  const letters = (element, alphabet) => (element.textContent.match(alphabet) || []).length;
  for (const quotation of document.querySelectorAll("blockquote"))
    if (letters(quotation, /[а-яё]/gi) > letters(quotation, /[a-z]/gi) && !quotation.closest("[lang=ru]") && !quotation.querySelector("[lang=ru]"))
      say("a Russian quotation without lang", quotation);
  // Contrast, once for each pair of colours.
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const pairs = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !seen(element) || /^(SCRIPT|STYLE)$/.test(element.tagName)) continue;
    if (/\\[a-zA-Z]{2}|\$[^$]*\$|^:: | :: /.test(walk.currentNode.data) && !element.closest("code, pre, math")) say("marks of a formula or of an erratum that nobody read", element);
    const style = getComputedStyle(element);
    let ground = element, back = [0, 0, 0, 0];
    for (; ground; ground = ground.parentElement) {
      back = numbers(getComputedStyle(ground).backgroundColor);
      if (back.length < 4 || back[3] === 1) break;
    }
    if (!ground) back = dark ? [0, 0, 0] : [255, 255, 255];
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = style.color + back + large;
    if (pairs.has(key)) continue;
    pairs.add(key);
    const [a, b] = [light(numbers(style.color)), light(back)].sort((x, y) => y - x), contrast = (a + 0.05) / (b + 0.05);
    if (contrast < (large ? 3 : 4.5)) say(`contrast ${contrast.toFixed(2)} of ${style.color} on ${back}`, element);
  }
  return wrong;
}

async function search(words) {
  const box = document.querySelector(".search input"), list = document.querySelector(".search ol");
  box.focus();
  for (let i = 0; i < 100 && !list.querySelector("a"); i++) {
    box.value = words;
    box.dispatchEvent(new Event("input"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const found = [...list.querySelectorAll("a")].map((link) => link.textContent);
  box.value = "";
  box.dispatchEvent(new Event("input"));
  return found;
}

// ---- links, from the files themselves ----

const text = (name) => fs.readFileSync(path.join(root, name), "utf8");
const anchors = new Map(pages.concat("index.html").filter((name) => fs.existsSync(path.join(root, name)))
  .map((name) => [name, new Set([...text(name).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))]));
function dead(name) {
  const wrong = new Set();
  for (const [, kind, link] of text(name).matchAll(/\s(href|src|srcset)="([^"]*)"/g)) {
    if (/^(https?|mailto|data):/.test(link)) continue;
    const [file, anchor] = link.split("#"), target = file ? path.posix.join(path.posix.dirname(name), file) : name;
    if (!fs.existsSync(path.join(root, target))) wrong.add(`${kind} to ${link}: no such file`);
    else if (anchor && anchors.has(target) && !anchors.get(target).has(decodeURIComponent(anchor))) wrong.add(`${kind} to ${link}: no such anchor`);
  }
  if (!named.length) {
    const twin = name.startsWith("ru/") ? name.slice(3) : "ru/" + name;
    if (!pages.includes(twin)) wrong.add("no twin in the other language");
    if (!text(name).includes(`hreflang="${name.startsWith("ru/") ? "en" : "ru"}"`)) wrong.add("no link to its twin");
  }
  return [...wrong];
}

// ---- what one plays with ----

// A page, its state, and the run of the program that should give the same: problem, method, options.
const played = [
  ["pl_constant_step", "problem=0&alpha=0.02&steps=500&seed=7", "ridge sgd --alpha 0.02 --steps 500 --seed 7"],
  ["pl_constant_step", "problem=1&alpha=0.05&steps=1000&seed=1", "least_squares sgd --alpha 0.05 --steps 1000 --seed 1"],
  ["pl_constant_step", "problem=2&alpha=0.3&steps=1000&seed=2", "two_signs sgd --alpha 0.3 --steps 1000 --seed 2"],
  ["pl_constant_step", "problem=3&alpha=0.1&steps=2000&seed=3", "ehrenfest sgd --alpha 0.1 --steps 2000 --seed 3"],
  ["pl_constant_step", "problem=4&alpha=0.2&steps=200&seed=4", "logistic sgd --alpha 0.2 --steps 200 --seed 4"],
  ["pl_constant_step", "problem=6&alpha=0.05&steps=300&seed=5", "sine_squared sgd --alpha 0.05 --steps 300 --seed 5"],
  ["pl_constant_step", "problem=2&alpha=0.05&momentum=0.9&steps=1000&seed=6", "two_signs heavy_ball --alpha 0.05 --momentum 0.9 --steps 1000 --seed 6"],
  ["convex_constant_step", "problem=1&alpha=0.1&steps=100&seed=8", "hinge_loss sgd --alpha 0.1 --steps 100 --seed 8"],
  ["interpolation_converges", "problem=0&alpha=0.1&steps=100&seed=9", "interpolation sgd --alpha 0.1 --steps 100 --seed 9"],
  ["ru/constant_step_does_not_converge", "problem=5&alpha=0.1&steps=1000&seed=10", "shifted_signs sgd --alpha 0.1 --steps 1000 --seed 10"],
];
const RUNS = 4096;
function printed(options, theorem) {
  const lines = execFileSync(process.env.DESCENT || "build/descent", ["run", ...options.split(" "), "--runs", String(RUNS)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n");
  const names = lines[0].split(","), last = lines[lines.length - 1].split(","), value = (name) => names.includes(name) && last[names.indexOf(name)] !== "" ? Number(last[names.indexOf(name)]) : NaN;
  const bound = names.find((name) => name.endsWith("bound_" + theorem));
  return { k: value("k"), gap: value("gap"), low: value("gap_lower"), high: value("gap_upper"), average: value("average_gap"), second: value("second_moment"), bound: bound ? value(bound) : NaN };
}

const said = [
  ["pl_constant_step.html#play:problem=2&alpha=0.7", "0 < α < 1/(2 μ)"],
  ["ru/pl_constant_step.html#play:problem=2&alpha=0.05&momentum=0.9", "без момента"],
  ["ru/pl_constant_step.html#play:problem=2&alpha=0.05&momentum=0.9", "среднее пока за границей"],
  ["pl_constant_step.html#play:problem=99&batch=-3&momentum=7&noise=x&steps=1e9&seed=-1", "momentum"],
  ["constant_step_does_not_converge.html#play:problem=2&batch=2", "all that the theorem asks for"],
  ["adam_counterexample_random.html#play:momentum=0.9", "all that the theorem asks for"],
];
// Within the page: where the race ends.
async function raced() {
  for (let i = 0; i < 200; i++) {
    const element = [...document.querySelectorAll("[data-values]")].find((one) => "sgd" in JSON.parse(one.dataset.values));
    if (element) return JSON.parse(element.dataset.values);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
// Within the page: the values at the last checkpoint once all runs are there.
async function settled(runs) {
  for (let i = 0; i < 600; i++) {
    const element = document.querySelector("[data-values]"), values = element && JSON.parse(element.dataset.values);
    if (values && values.runs >= runs) return values;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
// Drags a slider for some seconds, a step a frame; how long frames took, in milliseconds.
async function frames() {
  const input = [...document.querySelectorAll(".play .controls input[type=range]")][0], times = [];
  let before = performance.now();
  for (let i = 0; i < 240; i++) {
    input.value = 300 + 300 * (1 + Math.sin(i / 20)) / 2;
    input.dispatchEvent(new Event("input"));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    times.push(now - before);
    before = now;
  }
  times.sort((a, b) => a - b);
  return { median: times[120], late: times[228] };
}

async function play(ask, evaluate, sessionId, complain, at) {
  let worst = 0;
  const visit = async (address) => {
    at(address);
    await ask("Page.navigate", { url: "about:blank" }, sessionId); // a state alone would not load the page again
    const loaded = event("Page.loadEventFired", sessionId);
    await ask("Page.navigate", { url: `file://${path.join(root, address)}` }, sessionId);
    await loaded;
  };
  for (const [theorem, state, options] of played) {
    await visit(`${theorem}.html#play:${state}`);
    const page = await evaluate(`(${settled})(${RUNS})`), native = printed(options, path.basename(theorem));
    if (!page) { complain(`${theorem}.html`, `nothing is played for ${state}`); continue; }
    for (const [name, expected] of Object.entries(native)) {
      const found = page[name], difference = Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-300);
      if (Number.isNaN(expected) ? found === null || name === "bound" : difference <= 1e-12) { worst = Math.max(worst, difference || 0); continue; } // JSON has no NaN; not every bound is a column
      complain(`${theorem}.html`, `${name} of ${options} is ${expected}, the page has ${found}`);
    }
  }
  console.log(`played with: ${played.length} settings have the program's numbers, to ${worst.toExponential(1)}`);
  // What a page says of states that it should see through: a verdict that contains these words, in the page's language.
  for (const [address, words] of said) {
    await visit(address);
    await evaluate(`(${settled})(${RUNS})`);
    const verdict = await evaluate("document.querySelector('.play .verdict').textContent");
    if (!verdict.includes(words)) complain(address, `"${words}" should be said, it is "${verdict}"`);
  }
  // Gradient descent in the race ends where the program's does.
  await visit("playground.html#race:x=0.1&y=3&alpha=0.0003&steps=1001");
  const ends = await evaluate(`(${raced})()`), height = ends && (1 - ends.sgd[0]) ** 2 + 100 * (ends.sgd[1] - ends.sgd[0] ** 2) ** 2;
  const descended = printed("rosenbrock sgd --alpha 0.0003 --steps 1000", "").gap;
  if (!ends || Math.abs(height / descended - 1) > 1e-9) complain("playground.html", `the race ends at ${height}, the program at ${descended}`);
  await visit("playground.html");
  await evaluate(`(${settled})(${RUNS})`);
  const { median, late } = await evaluate(`(${frames})()`);
  console.log(`dragging: a frame takes ${median.toFixed(1)} ms in the median, ${late.toFixed(1)} ms at the 95th percentile`);
}

// ---- all pages ----

async function main() {
  let count = 0;
  const complain = (page, what) => { count++; console.log(`${page}: ${what}`); };
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true }, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception ? exceptionDetails.exception.description : exceptionDetails.text);
    return result.value;
  };
  let page = "";
  listeners.add((message) => {
    if (message.method === "Runtime.exceptionThrown") complain(page, `a script fails: ${message.params.exceptionDetails.exception.description.split("\n")[0]}`);
    if (message.method === "Log.entryAdded" && message.params.entry.level === "error") complain(page, `${message.params.entry.text} ${message.params.entry.url || ""}`);
  });
  for (const domain of ["Page", "Runtime", "Log"]) await ask(`${domain}.enable`, {}, sessionId);
  for (page of pages) {
    for (const what of dead(page)) complain(page, what);
    const loaded = event("Page.loadEventFired", sessionId);
    await ask("Page.navigate", { url: `file://${path.join(root, page)}` }, sessionId);
    await loaded;
    await evaluate("document.fonts.ready.then(() => { for (const d of document.querySelectorAll('details')) d.open = true; })");
    for (const width of widths) {
      await ask("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false }, sessionId);
      for (const scheme of schemes) {
        await ask("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] }, sessionId);
        await evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        for (const what of await evaluate(`(${inspect})(${scheme === "dark"})`)) complain(`${page} at ${width} px, ${scheme}`, what);
      }
    }
    if (page.endsWith("index.html"))
      for (const words of ["Adam", "Эренфест"]) {
        const found = await evaluate(`(${search})(${JSON.stringify(words)})`);
        if (!found.length) complain(page, `the search does not find ${words}`);
        else console.log(`search for ${words}: ${found.length} places, the first: ${found[0].slice(0, 60)}`);
      }
  }
  if (!named.length && fs.existsSync(path.join(root, "assets/play-data.js"))) await play(ask, evaluate, sessionId, complain, (address) => { page = address.replace(/#.*/, ""); });
  else if (!named.length) console.log("there is nothing to play with: no assets/play-data.js");
  console.log(`${pages.length} pages at ${widths.join(", ")} px, light and dark: ${count ? `${count} complaints` : "nothing to complain of"}`);
  return count ? 1 : 0;
}

main().catch((error) => { console.error(`check-book: ${error.message}`); return 2; }).then((status) => {
  browser.once("exit", () => { fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); process.exit(status); });
  ask("Browser.close").catch(() => browser.kill());
});
