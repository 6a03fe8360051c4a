import fc from "fast-check";
import assert from "node:assert";
import { buildTiling } from "../planning/partition/buildTiling.ts";
import { outlineOf, PLANE, type PlaneCell } from "./scenes/planeOutlines.ts";
const n = Number(process.argv[2] ?? 500);
for (const [span, slackCm] of [[20, 1], [20, 2], [100, 1],[100,2], [2000, 1],[2000,2], [500, 100], [2000, 100], [10000, 100],[10000,500]] as const) {
	const c = fc.integer({ min: 0, max: span });
	const arb = fc.tuple(fc.array(fc.array(fc.tuple(c, c), { minLength: 3, maxLength: 8 }), { maxLength: 12 }), fc.nat(1000));
	let threw = 0, bad = 0, badT = 0, shown = 0; const t0 = Date.now();
	for (const [rings, turn] of fc.sample(arb, { numRuns: n, seed: Number(process.argv[3] ?? 1) })) {
		const cells: PlaneCell[] = rings.map((ring, i) => ({ code: `C${i>>1}`, polygons: [[ring]] }));
		const turned: PlaneCell[] = rings.map((ring, i) => { const k = (turn + i) % ring.length; const r = [...ring.slice(k), ...ring.slice(0, k)]; return { code: `C${i>>1}`, polygons: [[(turn + i) % 3 ? r.reverse() : r]] }; }).reverse();
			const one = buildTiling(cells.map(outlineOf), { frame: PLANE, slackCm });
			const two = buildTiling(turned.map(outlineOf), { frame: PLANE, slackCm });
			try { assert.deepStrictEqual(two.tiling, one.tiling); } catch { bad++; if (shown++ < 1) console.log(JSON.stringify([rings, turn])); }
			const t = (b: typeof one) => b.troubles.map((o) => JSON.stringify({ ...o, face: 0 }));
			try { assert.deepStrictEqual(t(two), t(one)); } catch (e) { badT++; if (shown++ < 2) console.log(String(e).slice(0,900)); }
	}
	console.log(span, slackCm, { threw, bad, badT }, Date.now() - t0);
}
