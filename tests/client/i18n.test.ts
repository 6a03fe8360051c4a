import { expect, test } from "vitest";
import en from "../../client/app/i18n/en.json" with { type: "json" };
import zh from "../../client/app/i18n/zh-CN.json" with { type: "json" };
import { FLAG_CODES } from "../../planning/coverage/analysis.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";

function leaves(tree: object, path = ""): [key: string, words: string][] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === "string"
			? [[`${path}${key}`, value] as [string, string]]
			: leaves(value, `${path}${key}.`),
	);
}
const holes = (words: string) => [...words.matchAll(/{{\w+}}/g)].map(([hole]) => hole).sort();

test("both languages have the same keys", () => {
	expect(leaves(en).map(([key]) => key)).toEqual(leaves(zh).map(([key]) => key));
});

test("both languages fill the same holes", () => {
	const english = new Map(leaves(en));
	for (const [key, words] of leaves(zh))
		expect([key, holes(english.get(key) ?? "")]).toEqual([key, holes(words)]);
});

test("English has no Chinese left in it, apart from the switch to Chinese", () => {
	const chinese = leaves(en).filter(
		([key, words]) => /\p{Script=Han}/u.test(words) && key !== "header.language",
	);
	expect(chinese).toEqual([]);
});

test("every finding, domain and confidence has a name", () => {
	const known = new Map(leaves(zh));
	const wanted = [
		...FLAG_CODES.map((code) => `flag.${code}`),
		...CATEGORIES.flatMap(({ domain, confidence, reachBasis }) => [
			`domain.${domain}`,
			`confidence.${confidence}`,
			`reachBasis.${reachBasis}`,
		]),
	];
	expect(wanted.filter((key) => !known.has(key))).toEqual([]);
});

test("the interface does not apologise, plead or shout", () => {
	expect(leaves(zh).filter(([, words]) => /抱歉|请|非法|！/.test(words))).toEqual([]);
});
