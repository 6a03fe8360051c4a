// Is a tiling one in the eyes of GEOS?
import { expect } from "vitest";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { withGeos } from "./geos.ts";
import { cellPartsCm, tilingFaults } from "./soundTiling.ts";

/** Sound by our own checks; by GEOS every cell valid, no two with common inside, and the union as large as all. */
export function expectTiling(tiling: Tiling): void {
	expect(tilingFaults(tiling)).toEqual([]);
	withGeos((geos) => {
		const shapes = tiling.cellCode.map((_, cell) => geos.territory(cellPartsCm(tiling, cell)));
		const invalid = tiling.cellCode.filter((_, cell) => !geos.isValid(shapes[cell]));
		expect(invalid).toEqual([]);
		const overlapping = geos
			.meetingPairs(shapes)
			.filter(([i, j]) => geos.area(geos.intersection(shapes[i], shapes[j])) > 0)
			.map(([i, j]) => `${tiling.cellCode[i]} ${tiling.cellCode[j]}`);
		expect(overlapping).toEqual([]);
		const sumCm2 = shapes.reduce((sum, shape) => sum + geos.area(shape), 0);
		const unionCm2 = shapes.length === 0 ? 0 : geos.area(geos.union(shapes));
		expect(Math.abs(sumCm2 - unionCm2)).toBeLessThanOrEqual(sumCm2 * 1e-12);
	});
}
