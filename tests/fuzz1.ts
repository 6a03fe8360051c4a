import fc from "fast-check";
import { buildTiling } from "../planning/partition/buildTiling.ts";
import { drawnCells, randomOutlines } from "./scenes/randomOutlines.ts";
import { outlineOf, PLANE } from "./scenes/planeOutlines.ts";
import { tilingFaults } from "./planning/partition/soundTiling.ts";
const n = Number(process.argv[2] ?? 500);
const kinds: Record<string, number> = {};
let bad = 0, shown = 0;
const t0 = Date.now();
for (const drawing of fc.sample(randomOutlines, { numRuns: n, seed: Number(process.argv[3] ?? 1) })) {
	const cells = drawnCells(drawing);
	try {
		const { tiling, troubles } = buildTiling(cells.map(outlineOf), { frame: PLANE });
		const faults = tilingFaults(tiling);
		if (faults.length > 0) { bad++; if (shown++ < 5) console.log(faults.slice(0, 3), JSON.stringify(drawing)); }
		for (const t of troubles) { const k = `${t.kind} ${t.isSliver}`; kinds[k] = (kinds[k] ?? 0) + 1; if (shown++ < 8) console.log(t, JSON.stringify(drawing).slice(0,900)); }
	} catch (e) { bad++; if (shown++ < 5) console.log(String((e as Error).stack).slice(0,400), JSON.stringify(drawing)); }
}
console.log(bad, kinds, Date.now() - t0);
