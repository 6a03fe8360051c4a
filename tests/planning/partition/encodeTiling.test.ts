import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeTiling, encodeTiling } from "../../../planning/partition/encodeTiling.ts";
import { VarintReader, VarintWriter } from "../../../planning/partition/Varints.ts";
import { bentOptions, drawings } from "../../scenes/randomTilings.ts";
import { drawnTiling, gridTiling } from "../../scenes/tilingScene.ts";

test("what was encoded comes back the same, point by point, flags and codes included", () => {
	fc.assert(
		fc.property(
			drawings,
			bentOptions,
			fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 8, maxLength: 8 }),
			(grid, options, flags) => {
				const drawn = gridTiling(
					{ ...grid, codes: grid.codes.map((code) => `310101${code}居委会`) },
					options,
				);
				const tiling = { ...drawn, arcFlags: drawn.arcFlags.map((_, arc) => flags[arc % 8]) };
				expect(decodeTiling(encodeTiling(tiling))).toEqual(tiling);
			},
		),
	);
});

test("a binary decodes from the middle of another buffer", () => {
	const tiling = drawnTiling(["A B"]);
	const bytes = encodeTiling(tiling);
	const wider = new Uint8Array(bytes.length + 3);
	wider.set(bytes, 3);
	expect(decodeTiling(wider.subarray(3))).toEqual(tiling);
});

test("a foreign, older, damaged or cut-off binary is refused, never half read", () => {
	const bytes = encodeTiling(drawnTiling(["A B", "A C"]));
	expect(() => decodeTiling(new Uint8Array([1, 2, 3]))).toThrow("Not a tiling");
	const older = bytes.slice();
	older[4] = 9;
	expect(() => decodeTiling(older)).toThrow("version 9");
	expect(() => decodeTiling(bytes.subarray(0, bytes.length - 1))).toThrow("checksum");
	for (let i = 12; i < bytes.length; i++) {
		const damaged = bytes.slice();
		damaged[i] ^= 0x10;
		expect(() => decodeTiling(damaged)).toThrow("checksum");
	}
});

test("numbers of every size come back", () => {
	const sizes = fc.oneof(
		fc.integer({ min: -200, max: 200 }),
		fc.maxSafeInteger().map((value) => Math.trunc(value / 4) + 0),
	);
	fc.assert(
		fc.property(fc.array(sizes), (values) => {
			const out = new VarintWriter();
			for (const value of values) {
				out.signed(value);
				out.unsigned(Math.abs(value));
			}
			const from = new VarintReader(out.finish());
			for (const value of values)
				expect([from.signed(), from.unsigned()]).toEqual([value, Math.abs(value)]);
			expect(from.isAtEnd).toBe(true);
		}),
	);
});
