import { expect, test } from "vitest";
import { charactersOf } from "../../../../server/reports/fonts/characterMap.ts";
import { FAMILY, typefaceFor } from "../../../../server/reports/fonts/typeface.ts";

test("Chinese, Latin, digits and the signs of the papers come from one font", async () => {
	const text = "江临区 15 分钟覆盖率（%）、·–−²㎡〔2021〕7号 ABC";
	const { faces, runs } = await typefaceFor([text]);
	expect(faces.map(({ family }) => family)).toEqual([FAMILY]);
	expect(runs(text)).toEqual([{ text, family: FAMILY }]);
});

test("a character that the usual font lacks comes from another one, and is told apart", async () => {
	const { faces, runs } = await typefaceFor(["≥95"]);
	expect(faces.length).toBe(2);
	const [sign, digits] = runs("≥95");
	expect(sign?.text).toBe("≥");
	expect(sign?.family).not.toBe(FAMILY);
	expect(digits).toEqual({ text: "95", family: FAMILY });
});

test("a place whose name no font can write shows 〓, never an empty box, and control characters are gone", async () => {
	const name = "㙍\u0007村𠮷";
	const { runs } = await typefaceFor([name]);
	expect(runs(name)).toEqual([{ text: "〓村〓", family: FAMILY }]);
});

test("both weights hold exactly the characters of the paper", async () => {
	const { faces } = await typefaceFor(["界圈12"]);
	const wanted = [..."界圈12〓"].map((one) => one.codePointAt(0));
	for (const font of [faces[0]?.regular, faces[0]?.bold])
		expect(new Set(font && charactersOf(font))).toEqual(new Set(wanted));
});
