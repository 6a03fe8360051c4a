import fc from "fast-check";
import { buildTiling } from "../planning/partition/buildTiling.ts";
import { outlineOf, PLANE, type PlaneCell } from "./scenes/planeOutlines.ts";
import { tilingFaults } from "./planning/partition/soundTiling.ts";
const n = Number(process.argv[2] ?? 500);
for (const [span, slackCm] of [[20, 1], [20, 2], [100, 1],[100,2], [2000, 1],[2000,2], [500, 100], [2000, 100], [10000, 100],[10000,500]] as const) {
	const c = fc.integer({ min: 0, max: span });
	const arb = fc.array(fc.array(fc.tuple(c, c), { minLength: 3, maxLength: 12 }), { maxLength: 12 });
	let threw = 0, bad = 0, shown = 0; const t0 = Date.now();
	for (const rings of fc.sample(arb, { numRuns: n, seed: Number(process.argv[3] ?? 1) })) {
		const cells: PlaneCell[] = rings.map((ring, i) => ({ code: `C${i}`, polygons: [[ring]] }));
		try {
			const { tiling } = buildTiling(cells.map(outlineOf), { frame: PLANE, slackCm });
			const faults = tilingFaults(tiling);
			if (faults.length > 0) { bad++; if (shown++ < 2) console.log(faults.slice(0, 3), JSON.stringify(rings)); }
		} catch (e) { threw++; if (shown++ < 2) console.log(String((e as Error).stack).slice(0, 300), JSON.stringify(rings).slice(0,500)); }
	}
	console.log(span, slackCm, { threw, bad }, Date.now() - t0);
}
