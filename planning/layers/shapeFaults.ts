// What is odd about the outline of one feature, told with its place: repeated corners, spikes, slivers, rings that run
// the wrong way. None of it hinders the import.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings, PolygonRings } from "../geo/LonLat.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { spikeTips } from "./mend/spikes.ts";

/** A part of less mean width (twice its area by its outline) is a sliver. App default. */
const SLIVER_WIDTH_M = 1;

/** Note the faults of a feature's polygons; cost linear in their corners. */
export function noteShapeFaults(cells: FeatureCells, polygons: MultiPolygonRings): void {
	const rings = polygons.flat();
	noteDuplicates(cells, rings);
	noteSpikes(cells, rings);
	noteSlivers(cells, polygons);
	noteRingOrder(cells, polygons);
}

function noteDuplicates(cells: FeatureCells, rings: PolygonRings): void {
	let first: LonLat | null = null;
	let count = 0;
	for (const ring of rings)
		for (let i = 1; i < ring.length; i++) {
			if (ring[i][0] !== ring[i - 1][0] || ring[i][1] !== ring[i - 1][1]) continue;
			first ??= ring[i];
			count++;
		}
	if (first === null) return;
	cells.standAt(first);
	cells.note("info", "geometry.duplicate-vertex", {
		zh: `边界有 ${count} 个重复顶点。可以保留，或删去重复顶点。`,
		en: `its boundary has ${count} repeated ${count === 1 ? "vertex" : "vertices"}. Leave them, or drop them by a mend step.`,
	});
}

function noteSpikes(cells: FeatureCells, rings: PolygonRings): void {
	let first: LonLat | null = null;
	let count = 0;
	for (const ring of rings)
		for (const tip of spikeTips(ring)) {
			first ??= ring[tip];
			count++;
		}
	if (first === null) return;
	cells.standAt(first);
	cells.note("warning", "geometry.spike", {
		zh: `边界有 ${count} 处尖刺（原路折回，宽不到半米）。建议去掉尖刺，或改好再导入。`,
		en: `its boundary has ${count} ${count === 1 ? "spike" : "spikes"} (out and back, less than half a metre wide). Remove them by a mend step, or correct the shape.`,
	});
}

function noteSlivers(cells: FeatureCells, polygons: MultiPolygonRings): void {
	for (const [outer] of polygons) {
		const { areaM2, outlineM } = sizesOf(outer);
		if (2 * areaM2 >= SLIVER_WIDTH_M * outlineM) continue;
		cells.standAt(outer[0]);
		cells.note("warning", "geometry.sliver", {
			zh: `图形${polygons.length > 1 ? "的一部分" : ""}很细：${areaM2.toFixed(1)} 平方米，平均宽不到 1 米。请核对，多半是裁切剩下的。`,
			en: `${polygons.length > 1 ? "a part of the shape" : "the shape"} is very thin: ${areaM2.toFixed(1)} m², less than 1 m wide on average. Check it: most often it is left over from clipping.`,
		});
	}
}

/** Holes that run the way of their outline, and parts that run opposite ways: the writer was confused about rings. */
function noteRingOrder(cells: FeatureCells, polygons: MultiPolygonRings): void {
	const turns = polygons.map((rings) => rings.map((ring) => Math.sign(twiceAreaDeg2(ring))));
	const [[first]] = turns;
	const isMixed = turns.some(
		([outer, ...holes]) => outer !== first || holes.some((hole) => hole === outer),
	);
	if (!isMixed) return;
	cells.note("info", "geometry.ring-order", {
		zh: "外边界与洞的绕行方向不合规范。已按位置识别洞，不影响面积。",
		en: "outlines and holes run the wrong way round. Holes are told by their order in the file; areas are not affected.",
	});
}

function sizesOf(ring: readonly LonLat[]): { areaM2: number; outlineM: number } {
	const { lonM, latM } = metresPerDegree(ring[0][1]);
	let outlineM = 0;
	for (let i = 1; i < ring.length; i++)
		outlineM += Math.hypot(
			(ring[i][0] - ring[i - 1][0]) * lonM,
			(ring[i][1] - ring[i - 1][1]) * latM,
		);
	return { areaM2: (Math.abs(twiceAreaDeg2(ring)) / 2) * lonM * latM, outlineM };
}

function twiceAreaDeg2(ring: readonly LonLat[]): number {
	const [lon0, lat0] = ring[0];
	let sum = 0;
	for (let i = 1; i < ring.length; i++)
		sum +=
			(ring[i - 1][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[i - 1][1] - lat0);
	return sum;
}
