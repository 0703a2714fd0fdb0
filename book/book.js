// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page can do beyond being read; without scripts nothing is missing from it.

// The twin in the other language opens at the same place.
for (const twin of document.querySelectorAll("a.language")) twin.addEventListener("click", () => { twin.hash = location.hash; });

// Search: the index is a script of its own, so that it works from the file system, and is fetched when somebody looks.
{
  const box = document.querySelector(".search input"), list = document.querySelector(".search ol");
  let places = null;
  window.descentSearch = (all) => { places = all; look(); };
  const load = () => {
    if (places || document.querySelector("script[data-search]")) return;
    const script = document.createElement("script");
    script.src = `${document.documentElement.dataset.top}assets/search-${document.documentElement.lang}.js`;
    script.dataset.search = "";
    document.head.append(script);
  };
  const look = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    list.hidden = !words.length || !places;
    if (list.hidden) return;
    const score = ([page, anchor, title, text]) => {
      const head = title.toLowerCase(), all = head + " " + text.toLowerCase();
      return words.every((word) => all.includes(word)) ? (words.every((word) => head.includes(word)) ? 2 : 1) + (anchor ? 0 : 0.5) : 0;
    };
    const found = places.map((place) => [score(place), place]).filter(([rank]) => rank).sort((a, b) => b[0] - a[0]).slice(0, 12);
    for (const [, [page, anchor, title, text]] of found) {
      const item = document.createElement("li"), link = document.createElement("a"), words_of = document.createElement("span");
      link.href = page + ".html" + (anchor ? "#" + anchor : "");
      link.textContent = title;
      words_of.textContent = text.slice(0, 90);
      link.append(words_of);
      item.append(link);
      list.append(item);
    }
    if (!found.length) list.append(Object.assign(document.createElement("li"), { textContent: document.documentElement.lang === "ru" ? "Ничего не найдено." : "Nothing found." }));
  };
  box.addEventListener("focus", load);
  box.addEventListener("input", () => { load(); look(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { box.value = ""; look(); }
    if (event.key === "Enter" && list.querySelector("a")) list.querySelector("a").click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/input|textarea/i.test(document.activeElement.tagName)) { event.preventDefault(); box.focus(); }
  });
}

// A formula that is wider than the screen is made smaller, down to where it can still be read.
{
  const smaller = (formula, room, width) => {
    const size = parseFloat(getComputedStyle(formula).fontSize);
    formula.style.fontSize = Math.max(6.5, Math.floor(size * room / width * 0.97 * 10) / 10) + "px";
  };
  const fit = () => {
    const all = [...document.querySelectorAll("main math")].filter((formula) => formula.getClientRects().length);
    for (const formula of all) formula.style.fontSize = "";
    for (const formula of all) {
      const display = formula.getAttribute("display") === "block", around = formula.closest("p, li, dd, td, th, h1, h2, h3, summary, div, main");
      const room = display ? formula.clientWidth : around.clientWidth, width = display ? formula.scrollWidth : formula.getBoundingClientRect().width;
      if (room && width > room + (display ? 1 : -2)) smaller(formula, room - (display ? 0 : 4), width);
    }
  };
  let asked = 0;
  addEventListener("resize", () => { cancelAnimationFrame(asked); asked = requestAnimationFrame(fit); });
  document.addEventListener("toggle", fit, true);
  fit();
  document.fonts.ready.then(fit);
}

// A link into folded details unfolds them.
{
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target && target.matches(".claim")) target.querySelector("details").open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
}

// Contents are folded where there is no room for them beside the text.
if (matchMedia("(max-width: 75rem)").matches) for (const contents of document.querySelectorAll(".contents details")) contents.open = false;

// The index by sharpness.
{
  const list = document.querySelector(".cards"), sort = document.querySelector(".sort");
  if (list && sort) {
    const lecture = [...list.children], sharpest = [...lecture].sort((a, b) => b.dataset.sharpness - a.dataset.sharpness);
    const buttons = sort.querySelectorAll("button");
    buttons.forEach((button, i) => button.onclick = () => {
      list.append(...(i ? sharpest : lecture));
      buttons.forEach((other) => other.setAttribute("aria-pressed", other === button));
    });
    sort.hidden = false;
  }
}
