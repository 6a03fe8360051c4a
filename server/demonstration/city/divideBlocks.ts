// The land of a committee divided into blocks by streets and lanes, until there are as many junctions as its people
// need. On the way some faces become parks, works or walled compounds, whose lanes end at gates.
import type { Random } from "../Random.ts";
import { type CutStyle, cutAcross } from "./cutAcross.ts";
import type { Ground } from "./Ground.ts";
import { laneTags, streetTags } from "./highways.ts";
import type { Mesh } from "./Mesh.ts";
import { type Ring, ringOf } from "./Ring.ts";

/** Junctions that a block brings with it, on average. */
const JUNCTIONS_PER_BLOCK = 2.3;
const LEAST_BLOCK_M2 = 700;
const NECKS_M = [7, 14];
const CLOSED_SHARE = 0.6;

interface Face {
	readonly half: number;
	readonly compound: number;
}

export function divideBlocks(
	ground: Ground,
	{ land, committee }: { land: number; committee: number },
	random: Random,
): void {
	const pending: Face[] = [{ half: land, compound: -1 }];
	for (let face = pending.pop(); face !== undefined; face = pending.pop()) {
		const ring = ringOf(ground.mesh, face.half);
		const residentsPerKm2 = densityIn(ground, ring);
		const compound =
			face.compound >= 0
				? face.compound
				: found(ground, committee, { ring, residentsPerKm2 }, random);
		const first = cut(ground, ring, { committee, compound, residentsPerKm2 }, random);
		if (first >= 0) pending.push({ half: first, compound }, { half: first ^ 1, compound });
		else {
			const { areaM2, middleX, middleY } = ring;
			const half = ring.halves[0] as number;
			ground.blocks.push({
				half,
				committee,
				compound,
				areaM2,
				x: middleX,
				y: middleY,
				residentsPerKm2,
			});
		}
	}
}

/** Mean of the middle and the corners' midpoints towards it; large faces hold villages that the middle misses. */
function densityIn({ density }: Ground, { xs, ys, middleX, middleY }: Ring): number {
	const step = Math.max(1, Math.floor(xs.length / 8));
	let [sum, count] = [density.at(middleX, middleY), 1];
	for (let i = 0; i < xs.length; i += step)
		for (const share of [0.4, 0.8]) {
			sum += density.at(
				middleX + share * ((xs[i] as number) - middleX),
				middleY + share * ((ys[i] as number) - middleY),
			);
			count++;
		}
	return sum / count;
}

function junctionsPerM2({ scale }: Ground, residentsPerKm2: number): number {
	return (scale.ruralJunctions + residentsPerKm2 * scale.junctionsPerResident) / 1e6;
}

/** Chooses whether a face of the right size becomes a compound; its index, or -1. */
function found(
	ground: Ground,
	committee: number,
	{ ring, residentsPerKm2 }: { ring: Ring; residentsPerKm2: number },
	random: Random,
): number {
	const { compounds, mesh } = ground;
	const { areaM2, halves } = ring;
	if (areaM2 < 9_000 || areaM2 > 160_000) return -1;
	const isTown = residentsPerKm2 > 2_500;
	const blocks = (areaM2 * junctionsPerM2(ground, residentsPerKm2)) / JUNCTIONS_PER_BLOCK;
	const draw = random.next();
	const kind =
		draw < 0.012
			? "park"
			: draw < 0.03 && !isTown
				? "works"
				: draw > 0.8 && isTown && areaM2 < 45_000 && blocks > 4
					? "homes"
					: null;
	if (kind === null) return -1;
	const isPrivate = kind === "homes" && random.chance(0.2);
	const firstLine = mesh.lineFirst.length;
	compounds.push({ kind, isPrivate, committee, firstLine, half: halves[0] as number });
	return compounds.length - 1;
}

function cut(
	ground: Ground,
	ring: Ring,
	where: { committee: number; compound: number; residentsPerKm2: number },
	random: Random,
): number {
	const { mesh, lines } = ground;
	const perM2 = junctionsPerM2(ground, where.residentsPerKm2);
	const blockM2 = JUNCTIONS_PER_BLOCK / perM2;
	const blocks = ring.areaM2 / blockM2;
	const isThin = ring.areaM2 / ring.perimeterM < 7;
	if (blocks < random.between(1.2, 2) || ring.areaM2 < 2 * LEAST_BLOCK_M2 || isThin) return -1;
	const style = styleOf(ground, where.compound, Math.sqrt(blockM2));
	for (let attempt = 0; attempt < 3; attempt++) {
		const first = cutAcross(mesh, ring, middleCut(ring, random), style, random);
		if (first < 0) continue;
		const { committee, compound } = where;
		const tags =
			blocks > 12 && compound < 0
				? streetTags(where.residentsPerKm2, random)
				: laneTags(where.residentsPerKm2, ground.compounds[compound], random);
		lines.push({ rank: blocks > 12 ? "block" : "lane", committee, compound, tags });
		if (compound >= 0) wallIn(ground, compound, first, random);
		return first;
	}
	return -1;
}

function middleCut(ring: Ring, random: Random) {
	const turn = random.between(-0.28, 0.28);
	const angle = Math.atan2(ring.axisY, ring.axisX) + turn;
	const [axisX, axisY] = [Math.cos(angle), Math.sin(angle)];
	const aside = random.between(-0.12, 0.12) * Math.sqrt(ring.areaM2);
	return {
		x: ring.middleX + aside * axisX,
		y: ring.middleY + aside * axisY,
		dx: -axisY,
		dy: axisX,
	};
}

function styleOf(
	{ mesh, compounds, neckEdges }: Ground,
	compound: number,
	blockM: number,
): CutStyle {
	const style = {
		spacingM: Math.min(190, Math.max(34, 0.9 * blockM)),
		bendShare: 0.05,
		snapM: 0.27 * blockM,
	};
	const own = compounds[compound];
	if (own === undefined) return style;
	return {
		...style,
		snapM: 0,
		isClosed: (half) => neckEdges.has(half >> 1),
		necksM: (half) => (mesh.lineOf(half) < own.firstLine ? NECKS_M : []),
	};
}

/** Ends of a new lane at the compound's edge: gates, or closed where the other end leads on. */
function wallIn(ground: Ground, compound: number, first: number, random: Random): void {
	const { mesh, compounds, gates, hiddenEdges, neckEdges } = ground;
	const own = compounds[compound];
	if (own === undefined) return;
	const chain = [...mesh.along(mesh.lineOf(first))];
	const last = chain.at(-1) as number;
	const ends = [first, last ^ 1].filter((half) => isAtEdge(mesh, half, own.firstLine));
	for (const half of ends) {
		const inner = mesh.after(half);
		neckEdges.add(half >> 1).add(inner >> 1);
		if (ends.length === 1 && own.kind === "homes" && random.chance(CLOSED_SHARE))
			hiddenEdges.add(half >> 1).add(inner >> 1);
		else gates.add(mesh.to(half));
	}
}

/** True when the origin of a lane's end lies on the edge of its compound. */
function isAtEdge(mesh: Mesh, half: number, firstLine: number): boolean {
	for (let out = mesh.turn(half); out !== half; out = mesh.turn(out))
		if (mesh.lineOf(out) < firstLine) return true;
	return false;
}
