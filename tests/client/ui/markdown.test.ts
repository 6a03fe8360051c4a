import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { blocksOf, spansOf } from "../../../client/ui/markdown.ts";

test("headings, a paragraph over two lines, a list and a table right behind a sentence", () => {
	const text = [
		"# Methods",
		"## 11. Territory (区划单元)",
		"Two lines",
		"of one paragraph.",
		"- first",
		"  goes on",
		"- second",
		"",
		"As follows:",
		"| rule | value |",
		"| --- | :-: |",
		"| `a|b` | 4 \\| 5 |",
		"After it.",
	].join("\n");
	expect(blocksOf(text)).toEqual([
		{ kind: "heading", depth: 1, id: "methods", text: "Methods" },
		{ kind: "heading", depth: 2, id: "territory", text: "11. Territory (区划单元)" },
		{ kind: "paragraph", text: "Two lines of one paragraph." },
		{ kind: "list", items: ["first goes on", "second"] },
		{ kind: "paragraph", text: "As follows:" },
		{ kind: "table", head: ["rule", "value"], rows: [["`a|b`", "4 | 5"]] },
		{ kind: "paragraph", text: "After it." },
	]);
});

test("code keeps its stars and underscores; a name with underscores is not emphasised", () => {
	expect(spansOf("`own_unit * 2` is **the** _second_ edge_length_dm")).toEqual([
		{ kind: "code", text: "own_unit * 2" },
		{ kind: "text", text: " is " },
		{ kind: "strong", text: "the" },
		{ kind: "text", text: " " },
		{ kind: "emphasis", text: "second" },
		{ kind: "text", text: " edge_length_dm" },
	]);
});

test("nothing of docs/methods.md is lost on the page, and the section that figures lead to is there", () => {
	const text = readFileSync("docs/methods.md", "utf8");
	const blocks = blocksOf(text);
	const shown = blocks
		.flatMap((block) => {
			if (block.kind === "list") return block.items;
			if (block.kind === "table") return [...block.head, ...block.rows.flat()];
			return [block.text];
		})
		.join(" ");
	const letters = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, "");
	expect(letters(shown)).toBe(letters(text));
	const ids = blocks.flatMap((block) => (block.kind === "heading" ? block.id : []));
	expect(ids).toContain("territory");
	expect(new Set(ids).size).toBe(ids.length);
	for (const block of blocks)
		if (block.kind === "table")
			for (const row of block.rows)
				expect([row[0], row.length]).toEqual([row[0], block.head.length]);
});
