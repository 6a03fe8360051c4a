// misfits: moved/scaled cells; GEOS comparison, order independence, mend steps planar
import fc from "fast-check";
import { buildTiling } from "../planning/partition/buildTiling.ts";
import { drawnCells, randomOutlines, WIDTH_CM, HEIGHT_CM } from "./scenes/randomOutlines.ts";
import { outlineOf, PLANE, planeParts, type PlaneCell } from "./scenes/planeOutlines.ts";
import { tilingFaults } from "./planning/partition/soundTiling.ts";
import { withGeos } from "./planning/partition/geos.ts";
const n = Number(process.argv[2] ?? 500);
let bad = 0, shown = 0, over = 0; let worst = 0;
const t0 = Date.now();
const arb = fc.tuple(randomOutlines, fc.array(fc.tuple(fc.integer({min:-800,max:800}), fc.integer({min:-800,max:800}), fc.integer({min: 90, max: 110})), {minLength:8, maxLength:8}));
for (const [drawing, moves] of fc.sample(arb, { numRuns: n, seed: Number(process.argv[3] ?? 1) })) {
	const M = 20_000;
	const frame: PlaneCell = { code: "Z", polygons: [[[[-M, -M], [WIDTH_CM + M, -M], [WIDTH_CM + M, HEIGHT_CM + M], [-M, HEIGHT_CM + M]], [[0, 0], [0, HEIGHT_CM], [WIDTH_CM, HEIGHT_CM], [WIDTH_CM, 0]]]] };
	const cells: PlaneCell[] = [...drawnCells(drawing).map(({ code, polygons }, i) => { const [dx, dy, s] = moves[i % 8]; return { code, polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [Math.round(x * s / 100) + dx, Math.round(y * s / 100) + dy] as const))) }; }), frame];
	try {
		const { tiling, troubles } = buildTiling(cells.map(outlineOf), { frame: PLANE });
		const faults = tilingFaults(tiling);
		if (faults.length > 0) { bad++; if (shown++ < 5) console.log(faults.slice(0, 3), JSON.stringify([drawing, moves])); }
		withGeos((g) => {
			const shapes = cells.map((c) => g.union(c.polygons.map((p) => g.madeValid(g.territory(planeParts({ polygons: [p] }))))));
			for (let i = 0; i < cells.length; i++) for (let j = 0; j < i; j++) {
				const inter = g.intersection(shapes[i], shapes[j]);
				const a = g.area(inter) / 1e4, len = g.length(inter);
				const ours = troubles.filter((t) => t.kind === "overlap" && t.cells.includes(cells[i].code) && t.cells.includes(cells[j].code)).reduce((s, t) => s + t.areaM2, 0);
				if (a > 0) over++;
				const r = Math.abs(a - ours) * 1e4 / (len + 400);
				worst = Math.max(worst, r);
				if (r > 0.7 && shown++ < 8) console.log("overlap", cells[i].code, cells[j].code, a, ours, r, JSON.stringify([drawing, moves]).slice(0, 300));
			}
			const all = g.union(shapes);
			const gaps = (g.area(g.filled(all)) - g.area(all)) / 1e4;
			const ours = troubles.filter((t) => t.kind === "gap").reduce((s, t) => s + t.areaM2, 0);
			const r = Math.abs(gaps - ours) * 1e4 / (g.length(all) + 400);
			worst = Math.max(worst, r);
			if (r > 0.5 && shown++ < 8) console.log("gap", gaps, ours, r, JSON.stringify([drawing, moves]).slice(0, 500));
		});
	} catch (e) { bad++; if (shown++ < 5) console.log(String((e as Error).stack).slice(0,400), JSON.stringify([drawing, moves])); }
}
console.log(bad, over, worst, Date.now() - t0);
