import { expect, test } from "vitest";
import { narrowed, widenedSigned, widenedUnsigned } from "../../../planning/wire/narrowColumns.ts";

const NONE = 0xffff_ffff;

test("numbers that fit travel in two bytes and come back as they were, none included", () => {
	const costs = Uint32Array.of(0, 7, 65_534, NONE);
	const sent = narrowed(costs, NONE);
	expect(sent).toBeInstanceOf(Uint16Array);
	expect(widenedUnsigned(sent as Uint16Array, NONE)).toEqual(costs);
	const facilities = Int32Array.of(-1, 0, 300);
	expect(widenedSigned(narrowed(facilities, -1) as Uint16Array, -1)).toEqual(facilities);
});

test("one number that does not fit keeps all four bytes", () => {
	for (const costs of [Uint32Array.of(1, 65_535), Uint32Array.of(70_000)])
		expect(widenedUnsigned(narrowed(costs, NONE) as Uint32Array, NONE)).toEqual(costs);
	expect(narrowed(Int32Array.of(-5, 2), -1)).toBeInstanceOf(Int32Array);
});
