import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInsideRing } from "../../../planning/partition/isInsideRing.ts";
import { type Segment, segmentsTouch } from "../../../planning/partition/segmentsTouch.ts";
import { cellShape, ringPointsCm, twiceRingAreaCm2 } from "../../../planning/partition/shape.ts";
import { simplifyTiling } from "../../../planning/partition/simplifyTiling.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { grownCity } from "../../scenes/grownCity.ts";
import { bentOptions, drawings } from "../../scenes/randomTilings.ts";
import { drawnTiling, gridTiling } from "../../scenes/tilingScene.ts";

function segmentsOf({ pointCm, arcFirstPoint }: Tiling): Segment[] {
	const segments: Segment[] = [];
	for (let arc = 0; arc + 1 < arcFirstPoint.length; arc++)
		for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2)
			segments.push([pointCm[i], pointCm[i + 1], pointCm[i + 2], pointCm[i + 3]]);
	return segments;
}
const isPlanar = (tiling: Tiling) => {
	const segments = segmentsOf(tiling);
	return segments.every((one, i) =>
		segments.slice(0, i).every((other) => !segmentsTouch(one, other)),
	);
};

describe("simplified shapes", () => {
	test("a border with a small kink becomes straight, and both neighbours share it", () => {
		const kinked = gridTiling(
			{ columns: 2, rows: 1, codes: ["A", "B"], label: Int32Array.of(0, 1) },
			{ pointsBetween: 1, bent: () => [40, 40] },
		);
		const shared = (tiling: Tiling) => {
			const arc = tiling.arcLeft.findIndex((left, i) => left >= 0 && tiling.arcRight[i] >= 0);
			return tiling.arcFirstPoint[arc + 1] - tiling.arcFirstPoint[arc];
		};
		expect([shared(kinked), shared(simplifyTiling(kinked, 100))]).toEqual([3, 2]);
		expect(shared(simplifyTiling(kinked, 30))).toBe(3);
	});

	test("a small cell keeps its area and its turn at any tolerance", () => {
		const tiling = drawnTiling(["A A A", "A B A", "A A A"]);
		const simple = simplifyTiling(tiling, 1e9);
		for (const cell of [0, 1])
			for (const ring of cellShape(tiling, cell).flat())
				expect(Math.sign(twiceRingAreaCm2(simple, ring))).toBe(
					Math.sign(twiceRingAreaCm2(tiling, ring)),
				);
		expect(isPlanar(simple)).toBe(true);
	});

	test("an island in a bay is not left outside by the chord over the bay", () => {
		const tiling = drawnTiling(["A A A A A", "A . . . A", "A . B . A", "A . . . A"]);
		const simple = simplifyTiling(tiling, 1e9);
		const [[bay]] = cellShape(simple, 0);
		const island = cellShape(simple, 1)[0][0];
		const [x, y] = ringPointsCm(simple, island);
		expect(isInsideRing(ringPointsCm(simple, bay), x, y)).toBe(false);
	});
});

test("whatever the drawing and the tolerance: planar, every ring keeps its turn, holes stay inside, nodes stay put", () => {
	fc.assert(
		fc.property(
			drawings,
			bentOptions,
			fc.constantFrom(200, 2_000, 15_000, 1e9),
			(grid, options, toleranceCm) => {
				const tiling = gridTiling(grid, options);
				const simple = simplifyTiling(tiling, toleranceCm);
				if (isPlanar(tiling)) expect(isPlanar(simple)).toBe(true);
				tiling.cellCode.forEach((_, cell) => {
					for (const [outer, ...holes] of cellShape(tiling, cell)) {
						for (const ring of [outer, ...holes])
							expect(Math.sign(twiceRingAreaCm2(simple, ring))).toBe(
								Math.sign(twiceRingAreaCm2(tiling, ring)),
							);
						for (const hole of holes) {
							const points = ringPointsCm(simple, hole);
							const around = ringPointsCm(simple, outer);
							const inside = points.filter(
								(x, i) => i % 2 === 0 && isInsideRing(around, x, points[i + 1]),
							);
							expect(inside.length).toBeGreaterThan(0);
						}
					}
				});
				tiling.arcFrom.forEach((_, arc) => {
					const ends = ({ pointCm, arcFirstPoint }: Tiling) => [
						...pointCm.subarray(2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc] + 2),
						...pointCm.subarray(2 * arcFirstPoint[arc + 1] - 2, 2 * arcFirstPoint[arc + 1]),
					];
					expect(ends(simple)).toEqual(ends(tiling));
				});
			},
		),
		{ numRuns: 200 },
	);
});

test("a city of 300 cells loses most of its points at 30 m and no cell", () => {
	const { tiling } = grownCity({ cells: 300, units: 10 });
	const simple = simplifyTiling(tiling, 3_000);
	expect(simple.pointCm.length).toBeLessThan(tiling.pointCm.length / 2);
	tiling.cellCode.forEach((_, cell) => {
		for (const [outer] of cellShape(simple, cell))
			expect(twiceRingAreaCm2(simple, outer)).toBeGreaterThan(0);
	});
});
