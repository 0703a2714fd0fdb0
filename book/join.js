// SPDX-License-Identifier: GPL-3.0-or-later
//
// Woven pages -> one page to print: a title, contents, a chapter a theorem.  Where the text of an earlier printing is given,
// the contents say on which pages chapters begin.  Use: node join.js FOLDER PRINTED.txt THEOREM...

const fs = require("fs");
const path = require("path");

const [folder, printed, ...theorems] = process.argv.slice(2);
const sheets = fs.readFileSync(printed, "utf8").split("\f");
const russian = /^<html lang="ru"/m.test(fs.readFileSync(path.join(folder, `${theorems[0]}.html`), "utf8")), top = russian ? "../" : "";
const chapters = [...theorems, "errata", "problems", "methods"].filter((name) => fs.existsSync(path.join(folder, `${name}.html`)));

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
function chapter(name) {
  const html = fs.readFileSync(path.join(folder, `${name}.html`), "utf8");
  const body = html.match(/<main id="text">([^]*?)<\/main>/)[1]
    .replace(/<nav class="turn"[^]*?<\/nav>/, "")
    .replace(/<details class="machinery">[^]*?<\/details>/g, "")
    .replace(/(<section class="exercise">[^]*?<details)>/g, "$1 open>") // paper cannot be unfolded
    .replace(/<source [^>]*>/g, "").replace(/ loading="lazy"/g, "")
    .replace(/\sid="([^"]*)"/g, (_, id) => ` id="${name}--${id}"`)
    .replace(/\shref="([a-z0-9_]*)(?:\.html)?(?:#([^"]*))?"/g, (_, page, anchor) => ` href="#${page || name}--${anchor || "top"}"`);
  return { name, title: html.match(/<title>([^<]*)<\/title>/)[1].replace(/ · descent$/, ""), body };
}
const all = chapters.map(chapter);
const mark = (title) => title.replace(/["\\]/g, "").slice(0, 90);
// A chapter begins where its running head first stands.
function page_of(index) {
  const key = `${index + 1}. `;
  const at = sheets.findIndex((sheet) => sheet.split("\n").slice(0, 4).some((line) => line.trim().startsWith(key + mark(all[index].title).slice(0, 20))));
  return at < 0 ? "" : at + 1;
}

console.log(`<!DOCTYPE html><html lang="${russian ? "ru" : "en"}"><head><meta charset="utf-8"><title>descent</title>
<link rel="stylesheet" href="${top}assets/style.css"><style>
${all.map(({ title }, i) => `@page c${i} { @top-left { content: "${i + 1}. ${mark(title)}"; font: 8pt Book, serif; color: #555 } @bottom-right { content: counter(page); font: 8pt Book, serif; color: #555 } }
.c${i} { page: c${i}; }`).join("\n")}
:root { color-scheme: light; }
.cover { break-after: page; padding-top: 60mm; text-align: center; }
.list { break-after: page; }
.list ol { list-style: none; padding: 0; }
.list li { display: flex; gap: .6em; margin: .35em 0; }
.list li span:first-child { min-width: 1.8em; text-align: right; }
.list li a { flex: 1; }
.chapter { break-before: page; }
.proof, .hypotheses { break-inside: avoid; }
</style></head><body>
<section class="cover"><h1>descent</h1><p>${russian ? "Лекция о стохастическом градиентном спуске, превращённая в исполняемую программу на C" : "A lecture on stochastic gradient descent, turned into executable C"}</p></section>
<section class="list"><h1>${russian ? "Содержание" : "Contents"}</h1><ol>
${all.map(({ name, title }, i) => `<li><span>${i + 1}</span><a href="#${name}--top">${escape(title)}</a><span>${page_of(i)}</span></li>`).join("\n")}
</ol></section>
${all.map(({ name, body }, i) => `<section class="chapter c${i}" id="${name}--top">${body}</section>`).join("\n")}
</body></html>`);
