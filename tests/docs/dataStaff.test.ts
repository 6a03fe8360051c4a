// The help page for data staff names codes, columns and options: all of them exist.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIELD_COLUMNS } from "../../planning/layers/fields.ts";
import { TEMPLATES } from "../../server/exports/templateFields.ts";

const PAGE = readFileSync("docs/data-staff.md", "utf8");
const CODE = /`([a-z]+\.[a-z]+(?:-[a-z]+)*)`/g;

test("every issue code that the page names is one that the product gives", () => {
	const sources = ["planning", "server"].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((name) => name.endsWith(".ts"))
			.map((name) => readFileSync(`${folder}/${name}`, "utf8")),
	);
	const text = sources.join("\n");
	const codes = [...PAGE.matchAll(CODE)].map(([, code]) => code);
	expect(codes.length).toBeGreaterThan(60);
	const isGiven = (code: string) =>
		text.includes(`"${code}"`) || text.includes(`"${code.slice(code.indexOf(".") + 1)}"`);
	expect(codes.filter((code) => !isGiven(code))).toEqual([]);
});

test("the page names every column of every template, in both languages", () => {
	for (const { fields } of Object.values(TEMPLATES))
		for (const { header } of fields) {
			expect(PAGE).toContain(header.zh);
			expect(PAGE).toContain(header.en);
		}
});

test("the columns of the English table are found by the importer", () => {
	const table = PAGE.slice(PAGE.indexOf("## 13."), PAGE.indexOf("| streets |"));
	const known = new Set<string>(Object.values(FIELD_COLUMNS).flat());
	const named = [...table.matchAll(/`(\w+)`/g)].map(([, column]) => column);
	expect(named.filter((column) => !known.has(column))).toEqual([]);
});
