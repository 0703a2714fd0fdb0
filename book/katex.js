// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the formulas of a page as MathML when it is made, so that readers need neither network nor script, and those who
// listen hear them.
// Use: node katex.js KATEX_FOLDER SOURCE... < pandoc-output.html > page.html

const fs = require("fs");
const path = require("path");

const [folder, ...sources] = process.argv.slice(2);
const katex = require(path.resolve(folder, "katex.js"));
const page = fs.readFileSync(0, "utf8");

const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const decode = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity]);

// Where the formula stands: a line of the source, or else (it came with the ledger) the claim around it.
function place(formula, offset) {
  const words = formula.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  for (const source of sources) {
    const text = fs.readFileSync(source, "utf8");
    const at = text.search(new RegExp(words.join("[\\s*>]+")));
    if (at >= 0) return `${source}:${text.slice(0, at).split("\n").length}`;
  }
  const claims = page.slice(0, offset).match(/id="claim-[^"]*/g);
  return claims ? `${sources[0]}: claim ${claims.pop().slice('id="claim-'.length)}` : sources.join(", ");
}

// Letters of blackboards and scripts as Unicode has them: browsers no longer read mathvariant.
const exceptions = { "double-struck": { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" }, script: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" } };
const first = { "double-struck": [0x1d538, 0x1d552, 0x1d7d8], script: [0x1d49c, 0x1d4b6], bold: [0x1d400, 0x1d41a, 0x1d7ce] };
function variant(style, letter) {
  if (exceptions[style] && exceptions[style][letter]) return exceptions[style][letter];
  const code = letter.charCodeAt(0), [capital, small, digit] = first[style];
  if (/[A-Z]/.test(letter)) return String.fromCodePoint(capital + code - 65);
  if (/[a-z]/.test(letter)) return String.fromCodePoint(small + code - 97);
  if (/[0-9]/.test(letter) && digit) return String.fromCodePoint(digit + code - 48);
  return letter;
}
const plain = (mathml) => mathml
  .replace(/<(m[in]|mtext) mathvariant="(double-struck|script|bold)">([^<]*)<\/\1>/g,
    (_, tag, style, text) => `<${tag}>${[...text].map((letter) => variant(style, letter)).join("")}</${tag}>`)
  .replace(/<annotation[^>]*>[^<]*<\/annotation>/, "")
  .replace(/<mo>\u2061<\/mo>(?=<m(i|n|sub|sup|frac|row))/g, '<mspace width="0.1667em"/>')
  .replace(/<\/?semantics>/g, "").replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "") // known without being told
  .replace(/^<span class="katex">|<\/span>$/g, "");

// Equations beside each other: after a wide space, or a comma and a space.
const apart = /(\\qq?uad|[,;]\s*(\\[ ;,]|~))\s*$/;

// Where a formula may go on in the next line of a narrow screen: there, and before a relation or a sum's next
// term that are within no bracket.
function pieces(formula) {
  const found = [], tokens = formula.match(/\\[a-zA-Z]+|\\[^a-zA-Z]|[^\\]/g) || [];
  let depth = 0, piece = "", long = 0; // long: about how many signs the piece has
  const next = () => { found.push(piece); piece = ""; long = 0; };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i], opens = /^([{([]|\\[{]|\\(langle|lVert|lfloor|lceil))$/.test(token);
    const closes = /^([})\]]|\\[}]|\\(rangle|rVert|rfloor|rceil))$/.test(token), sized = /^\\(left|right)$/.test(token);
    const relation = /^(=|<|>|\\(le|leq|ge|geq|approx|ne|to|sim|propto|equiv|Rightarrow))$/.test(token);
    if (sized) {
      depth += token === "\\left" ? 1 : -1;
      piece += token + tokens[++i]; // the bracket has been counted
      continue;
    }
    if (depth === 0 && /[^\s^_]\s*$/.test(piece) && ((relation && long > 3) || (/^[+-]$/.test(token) && long > 18))) {
      next();
      piece = "{}"; // so that the sign stands between, not before
    }
    depth += opens - closes;
    piece += token;
    if (/^[^{}^_\s\\]$|^\\[a-zA-Z]{2,}$/.test(token) && !/^\\(frac|mathbb|mathrm|bar|hat|tilde|bigl|bigr|Bigl|Bigr)$/.test(token)) long++;
    if (depth === 0 && apart.test(piece)) next();
  }
  next();
  return found.filter((text) => text.trim());
}

// Russian numbers have a comma; numbers of formulas, (3.1), have none.
const russian = process.env.EDITION === "ru";
const decimal = (formula) => russian ? formula.replace(/(\d)\.(?=\d)/g, "$1{,}") : formula;

function written(formula, display) {
  // KaTeX makes \stackrel one operator, within which browsers put nothing above anything.
  const stacked = decimal(formula).replace(/\\stackrel\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*(=|\{=\})/g, "\\;\\mathop{=}\\limits^{$1}\\;");
  return plain(katex.renderToString(stacked, {
    displayMode: display,
    output: "mathml",
    throwOnError: true,
    strict: false, // Cyrillic within formulas is fine
  }));
}

// One line of formulas, in parts that can stand below each other: equations beside each other do before one of them is
// divided.  null: it has but one part.
function divided(line) {
  const parts = pieces(line), groups = [[]];
  for (const part of parts) {
    groups[groups.length - 1].push(written(part, true));
    if (apart.test(part)) groups.push([]);
  }
  if (parts.length < 2) return null;
  const spans = groups.filter((group) => group.length).map((group) => `<span class="parts">${group.join("")}</span>`);
  return spans.length > 1 ? `<span class="parts">${spans.join("")}</span>` : spans[0];
}

function displayed(formula) {
  const tag = formula.match(/\\tag\s*\{?([^{}]*)\}?\s*$/), body = tag ? formula.slice(0, tag.index) : formula;
  const number = tag ? `<span class="number">(${tag[1].trim()})</span>` : "";
  const aligned = body.match(/^\s*\\begin\{(aligned|align\*?|split|gathered)\}([^]*)\\end\{\1\}\s*$/);
  try { // a sign that a command takes as its argument leaves none that can be read
    if (aligned && !/\\(tag|begin)/.test(aligned[2])) { // on a narrow screen line by line
      const lines = aligned[2].split("\\\\").map((line) => line.replace(/(^|[^\\])&/g, "$1")).filter((line) => line.trim());
      const narrow = lines.map((line) => divided(line) || `<span class="parts">${written(line, true)}</span>`);
      return `<span class="formula"><span class="wide">${written(body, true)}</span><span class="narrow">${narrow.join("")}</span>${number}</span>`;
    }
    const parts = /\\begin|\\\\/.test(formula) ? null : divided(body);
    if (parts) return `<span class="formula">${parts}${number}</span>`;
    if (tag) return `<span class="formula"><span class="parts">${written(body, true)}</span>${number}</span>`;
  } catch { /* as a whole, then */ }
  return written(formula, true);
}

const rendered = page.replace(/<span class="math (inline|display)">([^<]*)<\/span>/g, (_, style, html, offset) => {
  const formula = decode(html);
  try {
    return style === "display" ? displayed(formula) : written(formula, false);
  } catch (error) {
    const reason = error.message.replace(/^KaTeX parse error: /, "").replace(/\u0332/g, "").replace(/\s+/g, " ");
    process.stderr.write(`${place(formula, offset)}: TeX: ${reason} in ${formula.replace(/\s+/g, " ").trim()}\n`);
    process.exit(1);
  }
});
// Titles of papers lead to them.
const papers = new Map(fs.readFileSync(path.join(__dirname, "papers.tsv"), "utf8").trim().split("\n").map((line) => line.split("\t"))
  .map(([title, address]) => [title.toLowerCase(), address]));
const linked = rendered.replace(/<em>([^<]*)<\/em>/g, (all, title) => {
  const address = papers.get(decode(title).replace(/\s+/g, " ").replace(/’/g, "'").toLowerCase());
  return address ? `<a href="${address}">${all}</a>` : all;
});
// A comma goes with its formula.
const kept = linked.replace(/(<math[^>]*>(?:(?!<\/math>)[^])*<\/math>)([.,;:!?)»]+)/g, (all, formula, marks) =>
  formula.startsWith("<math display") ? all : `<span class="nb">${formula}${marks}</span>`);
// Numbers of lines, which nobody refers to, and marks of operators, which have no colour, are a third of a page.
// c->alpha is one word where lines break.
const lean = kept.replace(/(\w+)<span class="op">-&gt;<\/span>(\w+)/g, '<span class="nb">$1-&gt;$2</span>').replace(/<span class="op">([^<]*)<\/span>/g, "$1").replace(/<span id="cb\d+-\d+"><a href="#cb\d+-\d+"[^>]*><\/a>([^]*?)<\/span>(?=\n|<\/code>)/g, "$1").replace(/<div class="sourceCode" id="cb\d+">/g, '<div class="sourceCode">');
// Whoever reads aloud is told which quotations are Russian.
const letters = (html, alphabet) => (html.replace(/<math[^]*?<\/math>|<[^>]*>/g, "").match(alphabet) || []).length;
const told = russian ? lean : lean.replace(/<blockquote>([^]*?)<\/blockquote>/g, (all, quotation) =>
  letters(quotation, /[а-яё]/gi) > letters(quotation, /[a-z]/gi) ? `<blockquote lang="ru">${quotation}</blockquote>` : all);
fs.writeFileSync(1, told);
