import fc from "fast-check";
import { expect, test } from "vitest";
import { guardFormula, unguardFormula } from "../../../server/exports/formulaGuard.ts";

const risky = fc
	.tuple(fc.constantFrom("", "'", "''"), fc.constantFrom(..."=+-@\t\r\n＝＋－＠"), fc.string())
	.map((parts) => parts.join(""));

test("no guarded text begins with a sign that a spreadsheet runs", () => {
	fc.assert(
		fc.property(fc.oneof(risky, fc.string()), (text) => {
			expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
		}),
	);
});

test("every text comes back as it was", () => {
	fc.assert(
		fc.property(fc.oneof(risky, fc.string()), (text) => {
			expect(unguardFormula(guardFormula(text))).toBe(text);
		}),
	);
});

test("texts that nobody would run stay as they are", () => {
	for (const text of ["", "石渡街道", "1+1", "'", "'90s", "a=b", "＃", "990101001001"]) {
		expect(guardFormula(text)).toBe(text);
		expect(unguardFormula(text)).toBe(text);
	}
});
