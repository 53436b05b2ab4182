// Sets the blocks (blocks.h) with Typst: node set_with_typst.mjs BLOCKS.json OUT.pdf
// Its compiler is taken from node_modules/ of the working folder.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

let NodeCompiler, version;
try {
    const require = createRequire(process.cwd() + "/");
    ({ NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler"));
    version = require("@myriaddreamin/typst-ts-node-compiler/package.json").version;
} catch {
    console.error(`skipped: npm install --prefix ${process.cwd()} @myriaddreamin/typst-ts-node-compiler`);
    process.exit(77);
}
const [blocks_path, out] = process.argv.slice(2);
const content = JSON.parse(readFileSync(blocks_path, "utf8"));

const quoted = (text) => JSON.stringify(text);
const runs = (block, size) => block.runs.map((run) => {
    let words = `#${run.face}(${run.size / 1000}pt, ${quoted(run.text)})`;
    if (run.link === null) return words;
    words = words.slice(1);
    return typeof run.link === "number" ? `#link(<a${run.link}>, ${words})` : `#link(${quoted(run.link)}, ${words})`;
}).join("");
const anchors = (block) => block.anchors.map((a) => `#metadata(none)<a${a}>`).join("");
const levels = { title: 1, h1: 1, h2: 2, h3: 3 };

const source = [`
#set page(width: ${content.width / 1000}pt, height: ${content.height / 1000}pt, numbering: "1",
    margin: (top: 25mm, right: 20mm, bottom: 22mm, left: 20mm))
#set text(lang: "id", hyphenate: true, size: 10pt, font: "PT Serif")
#set par(leading: 0.5em, spacing: 0.9em)
#set table(stroke: (x: none, y: 0.5pt))
#show heading: it => block(above: 1.4em, below: 0.7em, it.body)
#let serif(size, body) = text(font: "PT Serif", size: size, body)
#let serif-bold(size, body) = text(font: "PT Serif", size: size, weight: "bold", body)
#let serif-italic(size, body) = text(font: "PT Serif", size: size, style: "italic", body)
#let serif-bold-italic(size, body) = text(font: "PT Serif", size: size, weight: "bold", style: "italic", body)
#let sans(size, body) = text(font: "PT Sans", size: size, body)
#let sans-bold(size, body) = text(font: "PT Sans", size: size, weight: "bold", body)
#let sans-italic(size, body) = text(font: "PT Sans", size: size, style: "italic", body)
#let sans-bold-italic(size, body) = text(font: "PT Sans", size: size, weight: "bold", style: "italic", body)
#let justified(body) = { set par(justify: true); body; parbreak() }
`];
for (const block of content.blocks) {
    if (block.kind === "table") {
        const columns = Math.max(...block.rows.map((row) => row.length));
        const cells = (row) => Array.from({ length: columns }, (_, i) => (row[i] ? `[${anchors(row[i])}${runs(row[i])}]` : "[]")).join(", ");
        const [head, ...rows] = block.rows;
        source.push(`#table(columns: (2fr,) + (1fr,) * ${columns - 1}, table.header(${cells(head)}),\n${rows.map(cells).join(",\n")})`);
    } else if (levels[block.kind]) {
        source.push(`${anchors(block)}#heading(level: ${levels[block.kind]})[${runs(block)}]`);
    } else if (block.runs[0].face.startsWith("serif")) {
        source.push(`${anchors(block)}#justified[${runs(block)}]`);
    } else {
        source.push(anchors(block) + runs(block));
    }
    source.push("");
}

const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [process.env.TAKLIMAT_FONTS] }] });
writeFileSync(out, compiler.pdf({ mainFileContent: source.join("\n") }));
console.log(`Typst, of typst-ts-node-compiler ${version}`);
