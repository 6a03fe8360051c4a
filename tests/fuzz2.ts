// share of T-junctions told as slivers, by decimals and slack
import { buildTiling } from "../planning/partition/buildTiling.ts";
import { lonLatOfM } from "../planning/geo/transverseMercator.ts";
import { randomOf } from "./scenes/grownCity.ts";
const random = randomOf(7);
for (const decimals of [6, 7, 8, 9]) for (const slackCm of [1, 1.5, 2, 3]) {
	let told = 0, max = 0; const n = 1500;
	for (let i = 0; i < n; i++) {
		const r = (v: number) => Math.round(v * 10 ** decimals) / 10 ** decimals;
		const p = (x: number, y: number) => { const [a, b] = lonLatOfM(121.47, x, y + 3450000); return [r(a), r(b)] as [number, number]; };
		const q = () => random() * 2000 - 1000;
		const a = [q(), q()], b = [q(), q()], s = random() * 0.8 + 0.1;
		const c = [a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])];
		const d = [b[1] - a[1], a[0] - b[0]];
		const A = { code: "A", polygons: [[[p(a[0], a[1]), p(b[0], b[1]), p(a[0] + d[0], a[1] + d[1]), p(a[0], a[1])]]] };
		const B = { code: "B", polygons: [[[p(a[0], a[1]), p(c[0], c[1]), p(a[0] - d[0], a[1] - d[1]), p(a[0], a[1])]]] };
		const C = { code: "C", polygons: [[[p(c[0], c[1]), p(b[0], b[1]), p(a[0] - d[0], a[1] - d[1]), p(c[0], c[1])]]] };
		const { troubles } = buildTiling([A, B, C], { slackCm });
		const o = troubles.filter(({ kind }) => kind !== "unshared-border");
		if (o.length > 0) told++;
		for (const t of o) max = Math.max(max, t.areaM2);
	}
	console.log(decimals, slackCm, (100 * told / n).toFixed(2) + "%", max);
}
