import { expect, test } from "vitest";
import { figureLines } from "../../../client/screens/city/figureWords.ts";

const words = {
	order: ["limitMinutes", "areaM2", "residentsByStreet"],
	label: (key: string) => key,
	value: (value: string) => `<${value}>`,
	unit: (unit: string) => unit,
};

test("a figure's unit comes from its name", () => {
	const lines = figureLines({ areaM2: 280.5, limitMinutes: 10, required: 1 }, words);
	expect(lines.map(({ value }) => value)).toEqual(["10 minutes", "280.5 m2", "1"]);
});

test("figures come in the known order, unknown ones last", () => {
	const lines = figureLines({ zebra: 1, areaM2: 1, limitMinutes: 1 }, words);
	expect(lines.map(({ id }) => id)).toEqual(["limitMinutes", "areaM2", "zebra"]);
});

test("a record is a heading and its largest parts first", () => {
	const lines = figureLines({ residentsByStreet: { a: 1, b: 1200 } }, words);
	expect(lines.map(({ label, value }) => [label, value])).toEqual([
		["residentsByStreet", ""],
		["<b>", "1,200"],
		["<a>", "1"],
	]);
});

test("what is not known is left out", () => {
	expect(figureLines({ limitMinutes: null, name: "" }, words)).toEqual([]);
});
