// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures that one plays with: the engine, as WebAssembly in a worker, draws runs, means and bounds for whatever step is dragged.
// Without scripts the figures stay what they are.  Data and program are a script of their own, assets/play-data.js, so that all
// works from the file system; it is fetched when somebody plays.

(() => {
  const root = document.documentElement, russian = root.lang === "ru", top = root.dataset.top;
  const say = (english, inRussian) => russian ? inRussian : english;

  // ---- the worker ----

  // Runs in a thread of its own, made from this function's text.  Of each kind of request the newest alone is answered, a part
  // at a time, so that what is dragged is never behind.
  function work() {
    const APART = 256, HELD = 1024, LANES = 16, TERMS = 11; // of play.c
    const nothing = () => 0;
    let program = null, wasm = null, play = null, opened = "", all = null, shown = null;
    const text = (at) => {
      const bytes = new Uint8Array(wasm.memory.buffer, at);
      return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
    };
    const imports = { page: { fail: (at) => { throw new Error(text(at)); } }, wasi_snapshot_preview1: { fd_close: nothing, fd_seek: nothing, fd_write: nothing } };
    const begin = () => { wasm = new WebAssembly.Instance(program, imports).exports; play = null; opened = ""; };
    const numbers = (written) => { // in hexadecimal, - for 0
      const bits = [];
      for (let at = 0; at < written.length; written[at] === "-" ? at++ : at += 16) bits.push(written[at] === "-" ? 0n : BigInt("0x" + written.slice(at, at + 16)));
      return new BigUint64Array(bits);
    };
    const open = ({ theorem, which }) => {
      if (opened === `${theorem}/${which}`) return;
      if (play) wasm.play_free(play);
      play = null;
      const written = numbers(all.theorems[theorem].plays.find((one) => one.which === which).numbers);
      play = wasm.play_new(all.theorems[theorem].index, which);
      if (written.length !== wasm.play_number_count(play)) throw new Error("numbers of another problem");
      new BigUint64Array(wasm.memory.buffer, wasm.play_numbers(play), written.length).set(written);
      wasm.play_ready(play);
      opened = `${theorem}/${which}`;
    };
    const report = (wish, runs) => {
      const rows = wasm.play_rows(play), terms = wasm.play_terms(play), table = [], singles = [], row = Math.min(wish.row ?? rows - 1, rows - 1);
      for (let c = 0; c < TERMS + terms; c++) table.push(new Float64Array(wasm.memory.buffer, wasm.play_table(play) + 8 * APART * c, rows).slice());
      for (let l = 0; l < LANES; l++) singles.push(new Float64Array(wasm.memory.buffer, wasm.play_singles(play) + 8 * APART * l, rows).slice());
      const positions = new Float32Array(wasm.memory.buffer, wasm.play_positions(play) + 4 * HELD * row, Math.min(runs, HELD)).slice();
      const names = Array.from({ length: terms }, (_, i) => text(wasm.play_term_name(play, i, wish.language)));
      postMessage({ kind: "table", id: wish.id, runs, steps: wish.steps, table, singles, positions, row, names, objection: wish.objection, average: wasm.play_is_average(play), lower: wasm.play_is_lower(play) });
    };
    // Milliseconds that a step of sixteen runs takes: a horizon is cut to what a page can wait for.
    const pace = new Map(), PATIENCE = 300;
    const parts = {
      wish: (wish) => {
        if (!("runs" in wish)) {
          open(wish);
          if (pace.has(opened)) wish.steps = Math.max(10, Math.min(wish.steps, Math.floor(PATIENCE / pace.get(opened))));
          const at = wasm.play_choose(play, wish.alpha, wish.momentum, wish.batch, wish.noise, wish.steps, wish.seed, wish.language);
          wish.objection = at ? text(at) : "";
          wish.runs = 0;
          shown = wish;
          const before = performance.now();
          wasm.play_preview(play);
          const took = performance.now() - before;
          if (took > 4) pace.set(opened, took / wish.steps);
          if (took > 2) report(wish, LANES);
          return false;
        }
        const until = performance.now() + 12;
        do wish.runs = wasm.play_more(play, 1); while (performance.now() < until && wish.runs < wish.enough);
        report(wish, wish.runs);
        return wish.runs >= wish.enough;
      },
      drift: (asked) => { // a map: C along, beta2 up
        const { width, height } = asked, until = performance.now() + 12;
        asked.map ??= new Float64Array(width * height);
        asked.row ??= 0;
        for (; asked.row < height && performance.now() < until; asked.row++)
          for (let j = 0; j < width; j++)
            asked.map[asked.row * width + j] = wasm.game_drift(asked.slopes[j], asked.beta1, asked.betas[asked.row], asked.period, asked.cycles);
        if (asked.row < height) return false;
        postMessage({ kind: "drift", id: asked.id, map: asked.map });
        return true;
      },
      game: (asked) => {
        const best = wasm.room(2 * asked.steps), worst = best + 8 * asked.steps;
        wasm.game_path(asked.C, asked.beta1, asked.beta2, asked.period, asked.steps, best, worst);
        const path = new Float64Array(wasm.memory.buffer, best, 2 * asked.steps).slice();
        wasm.room_free(best);
        postMessage({ kind: "game", id: asked.id, path });
        return true;
      },
      race: (asked) => {
        const room = wasm.room(2 * asked.steps), paths = asked.runners.map(({ method, alpha }) => {
          const count = wasm.race_path(method, alpha, asked.x, asked.y, asked.steps, room);
          return new Float64Array(wasm.memory.buffer, room, 2 * count).slice();
        });
        wasm.room_free(room);
        postMessage({ kind: "race", id: asked.id, paths });
        return true;
      },
    };
    const wanted = new Map(), channel = new MessageChannel();
    let busy = false;
    const soon = () => { if (!busy) { busy = true; channel.port2.postMessage(0); } }; // after messages that have come meanwhile
    channel.port1.onmessage = () => {
      busy = false;
      for (const [kind, request] of [...wanted]) {
        let done = true;
        try { done = parts[kind](request); } catch (error) {
          postMessage({ kind: "error", id: request.id, message: String(error.message || error) });
          begin(); // what was left in the middle is of no use
        }
        if (done && wanted.get(kind) === request) wanted.delete(kind);
      }
      if (wanted.size) soon();
    };
    onmessage = async ({ data }) => {
      if (data.kind === "start") {
        all = data.all;
        try { program = await WebAssembly.compile(data.bytes); begin(); postMessage({ kind: "ready" }); } catch (error) { postMessage({ kind: "broken", message: String(error.message || error) }); }
      } else if (data.kind === "row") {
        for (const wish of [wanted.get("wish"), shown]) if (wish) wish.row = data.row;
        if (shown && play && !(wanted.get("wish") && !("runs" in wanted.get("wish")))) report(shown, shown.runs || LANES);
      } else {
        wanted.set(data.kind, data);
        soon();
      }
    };
  }

  let engine = null;
  const script = (address) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(element);
  });
  // The worker, and who listens to it.
  const start = () => engine ??= (async () => {
    await script(`${top}assets/play-data.js`);
    const { wasm, all } = window.descentPlay, bytes = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
    const worker = new Worker(URL.createObjectURL(new Blob([`(${work})()`], { type: "text/javascript" })));
    const listeners = new Set();
    await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === "ready") resolve();
        if (data.kind === "broken") reject(new Error(data.message));
        for (const listener of listeners) listener(data);
      };
      worker.postMessage({ kind: "start", bytes, all });
    });
    return { all, ask: (message) => worker.postMessage(message), listen: (listener) => listeners.add(listener) };
  })().catch((error) => { engine = null; throw error; }); // so that it can be tried again
  let asked = 0;

  // ---- words and numbers ----

  const raised = (n) => String(n).replace("-", "−").replace(/[0-9]/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).replace("−", "⁻");
  const number = (x, digits = 4) => {
    if (!isFinite(x)) return Number.isNaN(x) ? "—" : x > 0 ? "∞" : "−∞";
    let [head, tail] = (x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e6) ? x.toExponential(digits - 1) : String(Number(x.toPrecision(digits)))).split("e");
    head = String(Number(head)).replace("-", "−");
    if (russian) head = head.replace(".", ",");
    return tail ? `${head}·10${raised(Number(tail))}` : head;
  };
  // Words of the keyboard, with the letters that they stand for, as ledger.awk does.
  const lettered = (words) => words.replace(/\$|\\[,;!]/g, "").replace(/\\?alpha/g, "α").replace(/\\?beta/g, "β").replace(/\\?gamma/g, "γ").replace(/\\?sigma/g, "σ")
    .replace(/(^|[^A-Za-z])\\?mu($|[^A-Za-z])/g, "$1μ$2").replace(/\|\|/g, "‖").replace(/\\le|<=/g, "≤").replace(/\\ge|>=/g, "≥").replace(/grad /g, "∇")
    .replace(/\^2/g, "²").replace(/_max/g, "ₘₐₓ").replace(/_0/g, "₀").replace(/_k/g, "ₖ").replace(/_i/g, "ᵢ");

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // ---- drawing ----

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colours = () => dark.matches
    ? { mean: "#e6e6e3", bound: "#fd5720", term: ["#7ad0ff", "#35d1c6", "#eca07c", "#e4d60e"], single: "#ba8fd0", rule: "#3a3b3e", grey: "#a0a0a0", page: "#17181a", wrong: "#7a2a1c", right: "#1c3f66" }
    : { mean: "#222222", bound: "#cd0137", term: ["#1771b3", "#07836e", "#502f00", "#684e00"], single: "#8a5fb0", rule: "#d0d0ce", grey: "#5c5c58", page: "#fdfdfb", wrong: "#f6c8bb", right: "#c3d9f2" };

  // A canvas with room for axes; `draw` is called when something changed and the screen is ready.
  class Chart {
    constructor(label, ratio) {
      this.canvas = make("canvas", { tabIndex: 0 });
      this.canvas.setAttribute("role", "img");
      this.canvas.setAttribute("aria-label", label);
      this.ratio = ratio;
      this.pending = false;
      this.draw = () => {};
      new ResizeObserver(() => this.again()).observe(this.canvas);
      dark.addEventListener("change", () => this.again());
    }
    again() {
      if (this.pending) return;
      this.pending = true;
      requestAnimationFrame(() => { this.pending = false; this.paint(); });
    }
    paint() {
      const width = this.canvas.clientWidth, height = Math.round(width * this.ratio), dense = devicePixelRatio || 1;
      if (!width) return;
      if (this.canvas.width !== Math.round(width * dense) || this.canvas.height !== Math.round(height * dense)) {
        this.canvas.width = Math.round(width * dense);
        this.canvas.height = Math.round(height * dense);
      }
      const pen = this.pen = this.canvas.getContext("2d");
      pen.setTransform(dense, 0, 0, dense, 0, 0);
      this.width = width;
      this.height = height;
      this.colour = colours();
      pen.fillStyle = this.colour.page;
      pen.fillRect(0, 0, width, height);
      pen.font = `${width < 420 ? 11 : 13}px Book, serif`;
      this.box = { left: width < 420 ? 44 : 54, right: width - 18, top: 12, bottom: height - (width < 420 ? 32 : 38) };
      this.draw();
    }
    axes(x, y) { // each: low, high, log, name
      const { pen, box, colour } = this;
      this.x = x;
      this.y = y;
      const steps = (axis, room) => {
        if (axis.log) {
          if (axis.high / axis.low < 50) return [1, 2, 5, 10, 20, 50].map((m) => m * 10 ** Math.floor(Math.log10(axis.low))).filter((t) => t >= axis.low && t <= axis.high);
          const from = Math.ceil(Math.log10(axis.low) - 1e-9), to = Math.floor(Math.log10(axis.high) + 1e-9), every = Math.max(1, Math.ceil((to - from + 1) / room));
          return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter((n) => n % every === 0).map((n) => 10 ** n);
        }
        const rough = (axis.high - axis.low) / room, unit = 10 ** Math.floor(Math.log10(rough)), step = [1, 2, 5, 10].map((m) => m * unit).find((s) => s >= rough), out = [];
        for (let t = Math.ceil(axis.low / step - 1e-9) * step; t <= axis.high + 1e-9 * step; t += step) out.push(Math.abs(t) < step * 1e-9 ? 0 : t);
        return out;
      };
      const written = (axis, t) => axis.log ? (t >= 1e-2 && t <= 1e3 ? number(t) : `10${raised(Math.round(Math.log10(t)))}`) : number(t, 3);
      pen.strokeStyle = colour.rule;
      pen.fillStyle = colour.grey;
      pen.lineWidth = 1;
      pen.textAlign = "center";
      pen.textBaseline = "top";
      for (const t of steps(x, (box.right - box.left) / 60)) {
        const at = this.at(t, y.low)[0];
        pen.beginPath(); pen.moveTo(at, box.top); pen.lineTo(at, box.bottom); pen.stroke();
        pen.fillText(written(x, t), at, box.bottom + 4);
      }
      pen.textAlign = "right";
      pen.textBaseline = "middle";
      for (const t of steps(y, (box.bottom - box.top) / 36)) {
        const at = this.at(x.low, t)[1];
        pen.beginPath(); pen.moveTo(box.left, at); pen.lineTo(box.right, at); pen.stroke();
        pen.fillText(written(y, t), box.left - 5, at);
      }
      pen.textBaseline = "bottom";
      pen.fillText(x.name || "", box.right, this.height - 1);
      pen.textAlign = "left";
      pen.textBaseline = "top";
      if (y.name) {
        const wide = pen.measureText(y.name).width;
        pen.fillStyle = colour.page;
        pen.globalAlpha = 0.8;
        pen.fillRect(box.left + 2, box.top, wide + 6, 16);
        pen.globalAlpha = 1;
        pen.fillStyle = colour.grey;
        pen.fillText(y.name, box.left + 5, box.top + 1);
      }
    }
    part(axis, t) { return axis.log ? Math.log(t / axis.low) / Math.log(axis.high / axis.low) : (t - axis.low) / (axis.high - axis.low); }
    at(x, y) {
      const { box } = this;
      return [box.left + this.part(this.x, x) * (box.right - box.left), box.bottom - this.part(this.y, y) * (box.bottom - box.top)];
    }
    // What stands at a place of the screen.
    under(event) {
      const frame = this.canvas.getBoundingClientRect(), { box } = this;
      const value = (axis, part) => (part = Math.min(1, Math.max(0, part)), axis.log ? axis.low * (axis.high / axis.low) ** part : axis.low + part * (axis.high - axis.low));
      return [value(this.x, (event.clientX - frame.left - box.left) / (box.right - box.left)), value(this.y, (box.bottom - event.clientY + frame.top) / (box.bottom - box.top))];
    }
    within(paint) {
      const { pen, box } = this;
      pen.save();
      pen.beginPath();
      pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      pen.clip();
      paint();
      pen.restore();
    }
    line(xs, ys, colour, { width = 1.5, alpha = 1, dash = [] } = {}) {
      const { pen } = this;
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.globalAlpha = alpha;
      pen.setLineDash(dash);
      pen.beginPath();
      let down = false;
      for (let i = 0; i < xs.length; i++) {
        const fine = isFinite(ys[i]) && (!this.y.log || ys[i] > 0) && (!this.x.log || xs[i] > 0);
        if (!fine) { down = false; continue; }
        const [a, b] = this.at(xs[i], ys[i]);
        down ? pen.lineTo(a, b) : pen.moveTo(a, b);
        down = true;
      }
      pen.stroke();
      pen.setLineDash([]);
      pen.globalAlpha = 1;
    }
  }

  // ---- controls ----

  // A slider for one of the numbers of a state.
  function slider(state, changed, { key, name, low, high, log, whole, digits = 3 }) {
    const to = (t) => { const x = log ? low * (high / low) ** t : low + (high - low) * t; return whole ? Math.round(x) : x; };
    const from = (x) => log ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
    const input = make("input", { type: "range", min: 0, max: 1000, step: 1 }), output = make("output");
    const show = () => { input.value = Math.round(1000 * from(state[key])); output.textContent = number(state[key], digits); input.setAttribute("aria-valuetext", output.textContent); };
    input.oninput = () => { state[key] = to(input.value / 1000); output.textContent = number(state[key], digits); input.setAttribute("aria-valuetext", output.textContent); changed(key); };
    show();
    return { element: make("label", {}, make("span", { textContent: name }), input, output), show };
  }

  // The address holds the state: #play:alpha=0.05&seed=3, and so for #game: and #race:
  const read = (state, mark) => {
    if (!location.hash.startsWith(mark)) return false;
    for (const [key, value] of new URLSearchParams(location.hash.slice(mark.length))) if (key in state && value.trim() && isFinite(value)) state[key] = Number(value);
    return true;
  };
  const writer = (mark) => {
    let late = 0;
    return (state) => {
      clearTimeout(late);
      late = setTimeout(() => history.replaceState(null, "", mark + new URLSearchParams(Object.entries(state).map(([key, x]) => [key, Number.isInteger(x) ? x : Number(x.toPrecision(12))]))), 200);
    };
  };
  const within = (x, low, high) => Math.min(high, Math.max(low, x));

  // ---- a bound ----

  async function bound(place, theorem) {
    const { all, ask, listen } = await start(), plays = all.theorems[theorem].plays;
    const state = { problem: 0, alpha: 0, batch: 1, momentum: 0, noise: 1, steps: 1000, seed: 1 };
    const reset = () => { const p = plays[state.problem]; Object.assign(state, { alpha: p.alpha, batch: 1, momentum: 0, noise: 1, steps: within(p.steps, 2, 10000), seed: 1 }); };
    // What the address says, as far as the page offers it.
    const recall = () => {
      reset();
      const said = { ...state };
      if (!read(said, "#play:")) return;
      state.problem = within(Math.round(said.problem), 0, plays.length - 1);
      reset();
      read(state, "#play:");
      const p = plays[state.problem = within(Math.round(state.problem), 0, plays.length - 1)];
      state.alpha = state.alpha > 0 && p.step ? state.alpha : p.alpha;
      state.momentum = p.momentum ? within(state.momentum, 0, 0.99) : 0;
      state.noise = p.noisy ? within(state.noise, 0, 4) : 1;
      state.batch = state.noise === 1 ? within(Math.round(state.batch), 1, Math.min(p.batches, 256)) : 1;
      state.steps = within(Math.round(state.steps), 2, 10000);
      state.seed = Math.round(within(state.seed, 0, 4294967295));
    };
    recall();
    const write = writer("#play:");
    const chart = new Chart(say("Mean gap of the runs and the bound, over iterations", "Средний зазор запусков и оценка по итерациям"), 0.62);
    const heap = new Chart(say("Where the runs are", "Где находятся запуски"), 0.36);
    const controls = make("div", { className: "controls" }), verdict = make("p", { className: "verdict" }), readout = make("p", { className: "readout" });
    verdict.setAttribute("aria-live", "polite");
    let last = null, row = null;

    const wish = () => {
      const p = plays[state.problem];
      ask({ kind: "wish", id: ++asked, theorem, which: p.which, alpha: state.alpha, momentum: state.momentum, batch: state.batch, noise: state.noise, steps: state.steps, seed: state.seed >>> 0, language: russian ? 1 : 0, enough: 4096, row });
      mine = asked;
      if (touched || location.hash.startsWith("#play:")) write(state);
    };
    let mine = 0, sliders = [], touched = false;
    const changed = (key) => {
      touched = true;
      if (key === "noise" && state.noise !== 1) state.batch = 1;
      if (key === "batch" && state.batch > 1) state.noise = 1;
      if (key === "noise" || key === "batch") for (const s of sliders) s.show();
      wish();
    };
    const build = () => {
      const p = plays[state.problem], list = [];
      if (p.step) list.push({ key: "alpha", name: say("step α", "шаг α"), low: p.alpha / 200, high: p.alpha * 50, log: true });
      if (p.batches > 1) list.push({ key: "batch", name: say("batch", "батч"), low: 1, high: Math.min(p.batches, 256), log: true, whole: true });
      if (p.momentum) list.push({ key: "momentum", name: say("momentum β", "момент β"), low: 0, high: 0.99, digits: 2 });
      if (p.noisy) list.push({ key: "noise", name: say("noise, times", "шум, раз"), low: 0, high: 4, digits: 2 });
      list.push({ key: "steps", name: say("horizon", "горизонт"), low: 2, high: 10000, log: true, whole: true, digits: 5 });
      sliders = list.map((what) => slider(state, changed, what));
      const choice = make("select", {}, ...plays.map((one, i) => make("option", { value: i, textContent: one.title[russian ? 1 : 0] + (plays.some((other) => other.problem === one.problem && other !== one) ? ` · ${one.called[russian ? 1 : 0]}` : "") })));
      choice.value = state.problem;
      choice.onchange = () => { state.problem = Number(choice.value); touched = true; reset(); row = null; build(); wish(); };
      const seed = make("input", { type: "number", min: 0, max: 4294967295, step: 1, value: state.seed });
      seed.oninput = () => { touched = true; state.seed = Number(seed.value) >>> 0; wish(); };
      const again = make("button", { type: "button", textContent: say("as the page has it", "как на странице"), onclick: () => { touched = true; reset(); build(); wish(); } });
      controls.replaceChildren(make("label", {}, make("span", { textContent: say("problem", "задача") }), choice), ...sliders.map((s) => s.element),
        make("label", {}, make("span", { textContent: say("seed", "зерно") }), seed), again);
    };
    build();

    // Where the bound is beaten: certainly if there are limits, else by five standard errors, and by more than rounding.
    const beaten = () => {
      const [k, gap, low, high, mean, meanLow, meanHigh, , limit, error, meanError] = last.table, rounding = 1e-12 * gap[0];
      for (let i = 1; i < k.length; i++) {
        const value = last.average ? mean[i] : gap[i], lower = last.average ? meanLow[i] : low[i], upper = last.average ? meanHigh[i] : high[i];
        const sure = !Number.isNaN(lower), spread = 5 * (last.average ? meanError[i] : error[i]) + rounding;
        if (isFinite(limit[i]) && (last.lower ? (sure ? upper : value + spread) + rounding < limit[i] : (sure ? lower : value - spread) - rounding > limit[i])) return { i, sure };
      }
      return null;
    };
    const tell = () => {
      const p = plays[state.problem], other = state.momentum > 0 && p.method === "sgd", found = last.runs >= 512 ? beaten() : null;
      const parts = [];
      if (last.objection) parts.push(["bad", say("✗ it breaks: ", "✗ нарушено условие: ") + lettered(last.objection)]);
      else if (other) parts.push(["bad", say("✗ the theorem speaks of SGD, without momentum", "✗ теорема говорит об SGD, без момента")]);
      else parts.push(["good", say("✓ all that the theorem asks for", "✓ все условия теоремы выполнены")]);
      if (!p.bound) parts.splice(0, parts.length, ["good", say("no bound here: the runs themselves", "здесь нет оценки: сами запуски")]);
      if (found) parts.push(["bad", (found.sure ? say("the bound is beaten at k = ", "оценка нарушена при k = ") : say("the mean so far is beyond the bound at k = ", "среднее пока за границей при k = ")) + number(last.table[0][found.i], 6)]);
      verdict.replaceChildren(...parts.map(([kind, words]) => make("span", { className: `badge ${kind}`, textContent: words })));
      const i = Math.min(row ?? last.table[0].length - 1, last.table[0].length - 1), t = last.table.map((column) => column[i]);
      const value = last.average ? t[4] : t[1], low = last.average ? t[5] : t[2], high = last.average ? t[6] : t[3];
      readout.textContent = `k = ${number(t[0], 6)}: ${say("mean gap", "средний зазор")} ${number(value)}${Number.isNaN(low) ? "" : ` [${number(low)}${say(", ", "; ")}${number(high)}]`}${p.bound ? `, ${last.lower ? say("lower bound", "нижняя граница") : say("bound", "граница")} ${number(t[8])}` : ""}; ${number(last.runs, 6)} ${say("runs", "запусков")}`;
      place.dataset.values = JSON.stringify({ k: t[0], gap: t[1], average: t[4], second: t[7], bound: t[8], low: t[2], high: t[3], runs: last.runs });
    };

    chart.draw = () => {
      if (!last) return;
      const [k, gap, low, high, mean, meanLow, meanHigh] = last.table, limit = last.table[8], { colour } = chart;
      const value = last.average ? mean : gap, from = last.average ? meanLow : low, to = last.average ? meanHigh : high;
      let least = Infinity, most = -Infinity;
      for (const ys of [value, limit]) for (let i = 1; i < ys.length; i++) if (ys[i] > 0 && isFinite(ys[i])) { least = Math.min(least, ys[i]); most = Math.max(most, ys[i]); }
      for (const ys of last.singles) for (let i = 1; i < ys.length; i++) if (ys[i] > 0 && isFinite(ys[i])) most = Math.max(most, Math.min(ys[i], 10 * most));
      if (!(least < Infinity)) { least = 0.1; most = 1; }
      least = Math.max(least, most * 1e-14);
      chart.axes({ low: 1, high: Math.max(2, k[k.length - 1]), log: true, name: say("iteration k", "итерация k") },
        { low: 10 ** Math.floor(Math.log10(least) - 0.3), high: 10 ** Math.ceil(Math.log10(most) + 0.05), log: true, name: last.average ? "E[f(x̄ₖ) − f*]" : "E[f(xₖ) − f*]" });
      chart.within(() => {
        const { pen } = chart;
        for (const ys of last.singles) chart.line(k, ys, colour.single, { width: 1, alpha: 0.22 });
        pen.fillStyle = colour.mean;
        pen.globalAlpha = 0.16;
        for (let i = 1; i + 1 < k.length; i++) {
          if (Number.isNaN(from[i]) || Number.isNaN(from[i + 1])) continue;
          const floor = chart.y.low, corner = [[k[i], to[i]], [k[i + 1], to[i + 1]], [k[i + 1], Math.max(from[i + 1], floor)], [k[i], Math.max(from[i], floor)]].map(([x, y]) => chart.at(x, y));
          pen.beginPath();
          corner.forEach(([x, y], c) => c ? pen.lineTo(x, y) : pen.moveTo(x, y));
          pen.fill();
        }
        pen.globalAlpha = 1;
        last.names.forEach((_, i) => chart.line(k, last.table[11 + i], colour.term[i % colour.term.length], { width: 1.2, dash: [2, 3] }));
        chart.line(k, limit, colour.bound, { width: 2, dash: last.objection ? [7, 4] : [] });
        chart.line(k, value, colour.mean, { width: 2 });
        const at = chart.at(k[Math.min(row ?? k.length - 1, k.length - 1)], chart.y.low)[0];
        pen.strokeStyle = colour.grey;
        pen.lineWidth = 1;
        pen.beginPath(); pen.moveTo(at, chart.box.top); pen.lineTo(at, chart.box.bottom); pen.stroke();
      });
      legend();
    };
    const key = make("p", { className: "key" });
    let shown = "";
    const legend = () => {
      const { colour } = chart, all = [[colour.mean, say("mean", "среднее")], ...(plays[state.problem].bound ? [[colour.bound, last.lower ? say("lower bound", "нижняя граница") : say("bound", "граница")]] : []),
        ...last.names.map((name, i) => [colour.term[i % colour.term.length], name]), [colour.single, say("sixteen runs", "шестнадцать запусков")]];
      const now = JSON.stringify(all);
      if (now === shown) return;
      shown = now;
      key.replaceChildren(...all.map(([tint, name]) => { const sign = make("i"); sign.style.background = tint; return make("span", {}, sign, name); }));
    };
    heap.draw = () => {
      if (!last) return;
      const xs = [...last.positions].filter(isFinite), { colour, pen } = heap, BINS = heap.width < 420 ? 20 : 30;
      let low = Math.min(...xs), high = Math.max(...xs);
      if (!xs.length) return;
      if (!(high > low)) { low -= 0.5; high += 0.5; }
      const room = (high - low) * 0.05, share = new Array(BINS).fill(0);
      low -= room; high += room;
      for (const x of xs) share[Math.min(BINS - 1, Math.floor((x - low) / (high - low) * BINS))] += 1 / xs.length;
      heap.axes({ low, high, name: "xₖ" + say(", first coordinate", ", первая координата") }, { low: 0, high: Math.max(...share) * 1.35, name: `k = ${number(last.table[0][Math.min(last.row, last.table[0].length - 1)], 6)}` });
      pen.fillStyle = colour.single;
      pen.globalAlpha = 0.75;
      share.forEach((part, b) => {
        const [x, y] = heap.at(low + (high - low) * b / BINS, part), [right, floor] = heap.at(low + (high - low) * (b + 1) / BINS, 0);
        pen.fillRect(x + 0.5, y, right - x - 1, floor - y);
      });
      pen.globalAlpha = 1;
    };
    const hover = (event) => {
      if (!last || !chart.x) return;
      const [at] = chart.under(event), k = last.table[0];
      let nearest = 1;
      for (let i = 1; i < k.length; i++) if (Math.abs(Math.log(k[i] / at)) < Math.abs(Math.log(k[nearest] / at))) nearest = i;
      point(nearest);
    };
    const point = (next) => {
      row = Math.max(1, Math.min(last.table[0].length - 1, next));
      ask({ kind: "row", row });
      chart.again();
      tell();
    };
    chart.canvas.onpointermove = hover;
    chart.canvas.onpointerdown = hover;
    chart.canvas.onkeydown = (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, Home: -1e9, End: 1e9 }[event.key];
      if (!step || !last) return;
      event.preventDefault();
      point((row ?? last.table[0].length - 1) + step);
    };
    listen((data) => {
      if (data.id !== mine) return;
      if (data.kind === "error") { verdict.replaceChildren(make("span", { className: "badge bad", textContent: data.message })); return; }
      if (data.kind !== "table") return;
      last = data;
      if (data.steps !== state.steps) { state.steps = data.steps; for (const one of sliders) one.show(); } // what the page can wait for
      tell();
      chart.again();
      heap.again();
    });
    place.replaceChildren(verdict, chart.canvas, key, readout, heap.canvas, controls);
    place.classList.add("play");
    addEventListener("hashchange", () => { if (location.hash.startsWith("#play:")) { recall(); row = null; build(); wish(); } });
    wish();
  }

  // ---- Adam's counterexample ----

  async function game(place) {
    const { ask, listen } = await start();
    const state = { C: 6, beta2: 0.1, beta1: 0, steps: 600 }, write = writer("#game:"), WIDTH = 64, HEIGHT = 48, low = 1.2, high = 40;
    const map = new Chart(say("Where Adam goes, by C and beta2", "Куда идёт Adam в зависимости от C и beta2"), 0.72), way = new Chart(say("Adam's path", "Путь Adam"), 0.45);
    const readout = make("p", { className: "readout" }), controls = make("div", { className: "controls" });
    let drift = null, path = null, mineMap = 0, minePath = 0;
    const slopes = Array.from({ length: WIDTH }, (_, j) => low * (high / low) ** ((j + 0.5) / WIDTH)), betas = Array.from({ length: HEIGHT }, (_, i) => (i + 0.5) / HEIGHT);
    const askMap = () => { mineMap = ++asked; ask({ kind: "drift", id: asked, width: WIDTH, height: HEIGHT, slopes, betas, beta1: state.beta1, period: 3, cycles: 60 }); };
    const askPath = () => { minePath = ++asked; ask({ kind: "game", id: asked, C: state.C, beta1: state.beta1, beta2: state.beta2, period: 3, steps: Math.round(state.steps) }); if (moved || location.hash.startsWith("#game:")) write(state); };
    let moved = false;
    const recall = () => {
      read(state, "#game:");
      Object.assign(state, { C: within(state.C, low, high), beta2: within(state.beta2, 0.001, 0.999), beta1: within(state.beta1, 0, 0.99), steps: within(Math.round(state.steps), 30, 20000) });
    };
    recall();
    map.draw = () => {
      const { pen, colour } = map;
      map.x = { low, high, log: true };
      map.y = { low: 0, high: 1 };
      if (drift) for (let i = 0; i < HEIGHT; i++) for (let j = 0; j < WIDTH; j++) {
        const { box } = map, w = (box.right - box.left) / WIDTH, h = (box.bottom - box.top) / HEIGHT;
        pen.fillStyle = drift[i * WIDTH + j] > 0 ? colour.wrong : colour.right;
        pen.fillRect(box.left + j * w, box.bottom - (i + 1) * h, w + 0.6, h + 0.6);
      }
      map.axes({ low, high, log: true, name: "C" }, { low: 0, high: 1, name: "β₂" });
      map.within(() => {
        const C = Array.from({ length: 60 }, (_, i) => 2 * (high / 2) ** (i / 59));
        map.line(C, C.map((c) => 1 / (1 + c * c)), colour.mean, { width: 1.5, dash: [5, 4] });
        const [x, y] = map.at(state.C, state.beta2);
        pen.fillStyle = colour.mean;
        pen.beginPath(); pen.arc(x, y, 7, 0, 2 * Math.PI); pen.fill();
        pen.strokeStyle = colour.page;
        pen.lineWidth = 2;
        pen.stroke();
      });
    };
    way.draw = () => {
      if (!path) return;
      const n = path.length / 2, t = Array.from({ length: n }, (_, k) => k + 1), { colour } = way;
      way.axes({ low: 1, high: n, log: false, name: "t" }, { low: -1.08, high: 1.08, name: "xₜ" });
      way.within(() => {
        way.line(t, path.subarray(0, n), colour.bound, { width: 1.6 });
        way.line(t, path.subarray(n), colour.single, { width: 1.6, alpha: 0.8 });
      });
    };
    const tell = () => {
      const n = path.length / 2, end = path[n - 1], wrong = end > 0.5, right = end < -0.5;
      readout.textContent = `C = ${number(state.C, 3)}, β₁ = ${number(state.beta1, 2)}, β₂ = ${number(state.beta2, 3)}: ${wrong ? say("from the best point, −1, Adam walks to the worst, +1", "из лучшей точки −1 Adam уходит в худшую, +1") : right ? say("Adam stays near the best point, −1", "Adam остаётся около лучшей точки −1") : say("Adam is still on its way", "Adam ещё в пути")}: x = ${number(end, 3)} ${say("after", "через")} ${number(n, 5)} ${say("steps", "шагов")}`;
      place.dataset.values = JSON.stringify({ end, C: state.C, beta2: state.beta2 });
    };
    listen((data) => {
      if (data.kind === "error" && (data.id === mineMap || data.id === minePath)) readout.textContent = data.message;
      if (data.kind === "drift" && data.id === mineMap) { drift = data.map; map.again(); }
      if (data.kind === "game" && data.id === minePath) { path = data.path; tell(); way.again(); }
    });
    const move = (C, beta2) => { moved = true; state.C = Math.min(high, Math.max(low, C)); state.beta2 = Math.min(0.999, Math.max(0.001, beta2)); map.again(); askPath(); };
    map.canvas.style.touchAction = "none";
    map.canvas.onpointerdown = (event) => { map.canvas.setPointerCapture(event.pointerId); move(...map.under(event)); };
    map.canvas.onpointermove = (event) => { if (event.buttons) move(...map.under(event)); };
    map.canvas.onkeydown = (event) => {
      const step = { ArrowLeft: [1 / 1.05, 0], ArrowRight: [1.05, 0], ArrowUp: [1, 0.02], ArrowDown: [1, -0.02] }[event.key];
      if (!step) return;
      event.preventDefault();
      move(state.C * step[0], state.beta2 + step[1]);
    };
    const sliders = [slider(state, () => { moved = true; askMap(); askPath(); }, { key: "beta1", name: "β₁", low: 0, high: 0.99, digits: 2 }),
      slider(state, () => { moved = true; askPath(); }, { key: "steps", name: say("steps", "шагов"), low: 30, high: 20000, log: true, whole: true, digits: 5 })];
    controls.append(...sliders.map((one) => one.element));
    place.classList.add("play");
    place.replaceChildren(map.canvas, readout, way.canvas, controls);
    addEventListener("hashchange", () => { if (location.hash.startsWith("#game:")) { recall(); for (const one of sliders) one.show(); map.again(); askMap(); askPath(); } });
    askMap();
    askPath();
  }

  // ---- the race ----

  async function race(place) {
    const { all, ask, listen } = await start();
    const state = { x: 0.1, y: 2.5, alpha: 3e-4, length: 0.03, steps: 1000 }, write = writer("#race:");
    const recall = () => {
      read(state, "#race:");
      Object.assign(state, { x: within(state.x, -2, 2), y: within(state.y, -1, 3), alpha: within(state.alpha, 1e-6, 0.01), length: within(state.length, 1e-4, 1), steps: within(Math.round(state.steps), 20, 20000) });
    };
    recall();
    // Those whose step has a length of its own take `length`, the others alpha.
    const free = new Set(["adagrad", "rmsprop", "adam", "adam_uncorrected", "amsgrad", "adamw", "lion", "fromage", "adadelta"]);
    const runners = all.methods.map((m, method) => ({ ...m, method, on: ["sgd", "heavy_ball", "nesterov", "adagrad", "rmsprop", "adam", "lion"].includes(m.id) }))
      .filter((m) => !["adam_uncorrected", "adam_l2", "muon", "shampoo", "nag_gs", "adadelta", "fromage"].includes(m.id));
    const tint = { light: ["#222222", "#6217f6", "#316b3c", "#1771b3", "#502f00", "#cd0137", "#684e00", "#07836e", "#57124c"], dark: ["#e6e6e3", "#ba5eb5", "#3dfebc", "#7ad0ff", "#eca07c", "#fd5720", "#e4d60e", "#35d1c6", "#ec6d9f"] };
    const tinted = (i) => (dark.matches ? tint.dark : tint.light)[i % 9];
    const field = new Chart(say("Paths on Rosenbrock's function", "Траектории на функции Розенброка"), 0.75), readout = make("p", { className: "readout" }), controls = make("div", { className: "controls" });
    const height = (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    let paths = null, running = [], asking = [], began = 0, mine = 0, moved = false, ground = null;
    const run = () => {
      mine = ++asked;
      asking = runners.filter((r) => r.on);
      ask({ kind: "race", id: asked, x: state.x, y: state.y, steps: Math.round(state.steps), runners: asking.map(({ id, method }) => ({ method, alpha: free.has(id) ? state.length : state.alpha })) });
      if (moved || location.hash.startsWith("#race:")) write(state);
    };
    // Bands of equal height, made once for each size and colour of the page.
    const bands = () => {
      const { box, width } = field, night = dark.matches, name = `${width} ${night}`;
      if (ground && ground.name === name) return ground.image;
      const w = Math.ceil(box.right - box.left), h = Math.ceil(box.bottom - box.top), image = make("canvas", { width: w, height: h }), pen = image.getContext("2d"), pixels = pen.createImageData(w, h);
      for (let i = 0; i < h; i++) for (let j = 0; j < w; j++) {
        const f = height(field.x.low + (field.x.high - field.x.low) * j / w, field.y.high - (field.y.high - field.y.low) * i / h), band = Math.floor(Math.max(-4, Math.log10(f) * 2)) + 4, at = 4 * (i * w + j);
        const shade = night ? 30 + 7 * band : 252 - 7 * (12 - band > 0 ? 12 - band : 0);
        pixels.data[at] = night ? shade * 0.8 : shade - 8; pixels.data[at + 1] = night ? shade * 0.9 : shade; pixels.data[at + 2] = night ? shade * 1.15 : Math.min(255, shade + 3); pixels.data[at + 3] = 255;
      }
      pen.putImageData(pixels, 0, 0);
      ground = { name, image };
      return image;
    };
    field.draw = () => {
      const { pen, colour, box } = field;
      field.x = { low: -2, high: 2 };
      field.y = { low: -1, high: 3 };
      pen.drawImage(bands(), box.left, box.top);
      field.axes({ low: -2, high: 2, name: "x" }, { low: -1, high: 3, name: "y" });
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches, seconds = still ? 1e9 : (performance.now() - began) / 1000;
      const shown = Math.max(2, Math.round(state.steps * Math.min(1, (seconds / 5) ** 2)));
      field.within(() => {
        (paths || []).forEach((path, i) => {
          const n = Math.min(path.length / 2, shown), colour_of = tinted(runners.indexOf(running[i]));
          pen.strokeStyle = colour_of;
          pen.lineWidth = 1.6;
          pen.beginPath();
          for (let k = 0; k < n; k++) { const [a, b] = field.at(path[2 * k], path[2 * k + 1]); k ? pen.lineTo(a, b) : pen.moveTo(a, b); }
          pen.stroke();
          if (!n) return;
          const [a, b] = field.at(path[2 * n - 2], path[2 * n - 1]);
          pen.fillStyle = colour_of;
          pen.beginPath(); pen.arc(a, b, 4, 0, 2 * Math.PI); pen.fill();
        });
        const star = (x, y, size) => { const [a, b] = field.at(x, y); pen.beginPath(); for (let i = 0; i < 10; i++) { const r = i % 2 ? size * 0.42 : size, t = Math.PI * i / 5 - Math.PI / 2; pen.lineTo(a + r * Math.cos(t), b + r * Math.sin(t)); } pen.closePath(); pen.fillStyle = colour.bound; pen.fill(); };
        star(1, 1, 9);
        const [a, b] = field.at(state.x, state.y);
        pen.fillStyle = colour.mean;
        pen.beginPath(); pen.arc(a, b, 7, 0, 2 * Math.PI); pen.fill();
      });
      if (paths && shown < state.steps) field.again();
    };
    const tell = () => {
      const ends = running.map(({ called }, i) => { const n = paths[i].length; return [called[russian ? 1 : 0], n ? height(paths[i][n - 2], paths[i][n - 1]) : NaN, n / 2]; }).sort((a, b) => (isFinite(a[1]) ? a[1] : Infinity) - (isFinite(b[1]) ? b[1] : Infinity));
      readout.textContent = `${say("f after", "f через")} ${number(Math.round(state.steps), 6)} ${say("steps", "шагов")}: ` + ends.map(([name, f]) => `${name} ${number(f, 2)}`).join(say(", ", "; "));
      place.dataset.values = JSON.stringify(Object.fromEntries(running.map(({ id }, i) => [id, Array.from(paths[i].slice(-2))])));
    };
    listen((data) => {
      if (data.id !== mine) return;
      if (data.kind === "error") readout.textContent = data.message;
      if (data.kind !== "race") return;
      paths = data.paths;
      running = asking;
      began = dragging ? -1e9 : performance.now();
      tell();
      field.again();
    });
    let dragging = false;
    const move = (x, y) => { moved = true; state.x = Math.max(-2, Math.min(2, x)); state.y = Math.max(-1, Math.min(3, y)); field.again(); run(); };
    field.canvas.style.touchAction = "none";
    field.canvas.onpointerdown = (event) => { dragging = true; field.canvas.setPointerCapture(event.pointerId); move(...field.under(event)); };
    field.canvas.onpointermove = (event) => { if (event.buttons) move(...field.under(event)); };
    field.canvas.onpointerup = field.canvas.onpointercancel = () => { dragging = false; run(); };
    field.canvas.onkeydown = (event) => {
      const step = { ArrowLeft: [-0.05, 0], ArrowRight: [0.05, 0], ArrowUp: [0, 0.05], ArrowDown: [0, -0.05] }[event.key];
      if (!step) return;
      event.preventDefault();
      move(state.x + step[0], state.y + step[1]);
    };
    const changed = () => { moved = true; dragging = true; run(); clearTimeout(changed.late); changed.late = setTimeout(() => { dragging = false; }, 300); };
    const boxes = make("div", { className: "runners" }, ...runners.map((r, i) => {
      const input = make("input", { type: "checkbox", checked: r.on }), sign = make("i");
      const paint = () => { sign.style.background = tinted(i); };
      paint();
      dark.addEventListener("change", paint);
      input.onchange = () => { r.on = input.checked; run(); };
      return make("label", {}, input, sign, r.called[russian ? 1 : 0]);
    }));
    const sliders = [slider(state, changed, { key: "alpha", name: say("step of SGD, momentum", "шаг SGD и с моментом"), low: 1e-6, high: 0.01, log: true }),
      slider(state, changed, { key: "length", name: say("step of adaptive methods", "шаг адаптивных методов"), low: 1e-4, high: 1, log: true }),
      slider(state, changed, { key: "steps", name: say("steps", "шагов"), low: 20, high: 20000, log: true, whole: true, digits: 5 })];
    addEventListener("hashchange", () => { if (location.hash.startsWith("#race:")) { recall(); for (const one of sliders) one.show(); run(); } });
    controls.append(...sliders.map((one) => one.element),
      make("button", { type: "button", textContent: say("run again", "ещё раз"), onclick: () => { dragging = false; run(); } }));
    place.classList.add("play");
    place.replaceChildren(field.canvas, boxes, readout, controls);
    run();
  }

  // ---- where they stand ----

  const failed = (place, error) => place.replaceChildren(make("p", { className: "verdict", textContent: say("This cannot be played here: ", "Здесь поиграть нельзя: ") + (error.message || say("its data are not there", "нет данных")) }));
  const begin = { play: bound, game, race };
  const opening = location.hash; // a play may write its own state before another one begins
  for (const figure of document.querySelectorAll("figure[data-play]")) {
    const still = figure.querySelector("picture"), button = make("button", { type: "button", className: "play-it", textContent: say("▶ Play with it", "▶ Поиграть") });
    const place = make("div", { hidden: true }), { play: kind, theorem } = figure.dataset;
    let begun = null;
    const turn = (on) => {
      place.hidden = !on;
      still.hidden = on;
      button.textContent = on ? say("the figure", "к рисунку") : say("▶ Play with it", "▶ Поиграть");
      button.setAttribute("aria-expanded", on);
      if (on) begun ??= begin[kind](place, theorem).catch((error) => { begun = null; failed(place, error); });
    };
    button.onclick = () => turn(place.hidden);
    still.after(place);
    figure.append(button);
    if (opening.startsWith(`#${kind}:`)) { turn(true); figure.scrollIntoView(); }
  }
  for (const place of document.querySelectorAll("[data-playground]")) {
    const go = () => begin[place.dataset.playground](place, place.dataset.theorem).catch((error) => failed(place, error));
    if (opening.startsWith(`#${place.dataset.playground}:`)) { // the one that the address speaks of
      go();
      requestAnimationFrame(() => (place.previousElementSibling || place).scrollIntoView());
    } else
      new IntersectionObserver(([seen], observer) => {
        if (!seen.isIntersecting) return;
        observer.disconnect();
        go();
      }, { rootMargin: "200px" }).observe(place);
  }
})();
