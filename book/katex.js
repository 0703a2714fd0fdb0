// SPDX-License-Identifier: GPL-3.0-or-later
//
// Renders the formulas of a page when it is made, so that readers need neither network nor script.
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

const rendered = page.replace(/<span class="math (inline|display)">([^<]*)<\/span>/g, (_, style, html, offset) => {
  const formula = decode(html);
  try {
    return katex.renderToString(formula, {
      displayMode: style === "display",
      output: "htmlAndMathml", // MathML is what screen readers read
      throwOnError: true,
      strict: false, // Cyrillic within formulas is fine
    });
  } catch (error) {
    const reason = error.message.replace(/^KaTeX parse error: /, "").replace(/\u0332/g, "").replace(/\s+/g, " ");
    process.stderr.write(`${place(formula, offset)}: TeX: ${reason} in ${formula.replace(/\s+/g, " ").trim()}\n`);
    process.exit(1);
  }
});
fs.writeFileSync(1, rendered);
