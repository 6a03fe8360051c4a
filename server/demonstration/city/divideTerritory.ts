// The city's land divided again and again by share of people until every committee has its face. Borders are bent
// lines; each knows of what level it is.
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import { type AdminTree, divisionOf, type Level } from "./AdminTree.ts";
import type { CityScale } from "./CityScale.ts";
import { cutAcross } from "./cutAcross.ts";
import type { Density } from "./Density.ts";
import { Mesh } from "./Mesh.ts";
import { massCut } from "./massCut.ts";
import { type Ring, ringOf } from "./Ring.ts";

export interface Territory {
	readonly mesh: Mesh;
	/** A half-edge on the ring of each committee. */
	readonly committeeHalf: readonly number[];
	/** The committee's border as drawn, counterclockwise: vertices of the mesh. */
	readonly committeeRing: readonly (readonly number[])[];
	/** Level of the border that each line is; the first line is the city's outline. */
	readonly borderLevel: readonly (Level | "outline")[];
	/** Ranges of committees whose land is one piece, the larger before the smaller. */
	readonly ranges: readonly (readonly [first: number, end: number])[];
}

const OUTLINE_STEP_M = 420;
const TURN = 0.3;

export function divideTerritory(
	scale: CityScale,
	tree: AdminTree,
	{ density, random }: { density: Density; random: Random },
): Territory {
	const mesh = new Mesh(scale.middle);
	const committeeHalf = new Array<number>(scale.committees).fill(-1);
	const borderLevel: (Level | "outline")[] = ["outline"];
	const ranges: (readonly [number, number])[] = [];
	const pending = [{ half: outline(mesh, scale, random), first: 0, end: scale.committees }];
	for (let face = pending.pop(); face !== undefined; face = pending.pop()) {
		const { half, first, end } = face;
		ranges.push([first, end]);
		if (end - first === 1) {
			committeeHalf[first] = half;
			continue;
		}
		const division = divisionOf(tree, first, end);
		const ring = ringOf(mesh, half);
		const share = shareBefore(tree, first, division.at, end);
		const line = cut(mesh, ring, { density, share, count: end - first, random });
		borderLevel.push(division.level);
		const [low, high] = bySide(mesh, ring, line);
		pending.push({ half: high, first: division.at, end }, { half: low, first, end: division.at });
	}
	const committeeRing = committeeHalf.map((half) => mesh.ring(half).map((each) => mesh.from(each)));
	return { mesh, committeeHalf, committeeRing, borderLevel, ranges };
}

/** A lobed circle of the right area, rough at every scale. */
function outline(mesh: Mesh, { areaKm2 }: CityScale, random: Random): number {
	const radiusM = Math.sqrt((areaKm2 * 1e6) / Math.PI);
	const count = Math.round((2 * Math.PI * radiusM) / OUTLINE_STEP_M);
	const waves = [2, 3, 5, 9, 23, 61].map((waveCount, i) => ({
		waveCount,
		size: [0.12, 0.06, 0.04, 0.02, 0.008, 0.002][i] as number,
		phase: random.between(0, 2 * Math.PI),
	}));
	const shape = Array.from({ length: count }, (_, i) => {
		const angle = (2 * Math.PI * i) / count;
		const swing = waves.reduce(
			(sum, { waveCount, size, phase }) => sum + size * Math.sin(waveCount * angle + phase),
			1,
		);
		return { angle, swing: swing + random.between(-0.001, 0.001) };
	});
	const meanSquare = shape.reduce((sum, { swing }) => sum + swing * swing, 0) / count;
	return mesh.addRing(
		shape.map(({ angle, swing }) => {
			const distanceM = (radiusM * swing) / Math.sqrt(meanSquare);
			return mesh.addVertex(distanceM * Math.cos(angle), distanceM * Math.sin(angle));
		}),
	);
}

function shareBefore({ weightBefore }: AdminTree, first: number, middle: number, end: number) {
	const before = at(weightBefore, middle) - at(weightBefore, first);
	return before / (at(weightBefore, end) - at(weightBefore, first));
}

function cut(
	mesh: Mesh,
	ring: Ring,
	{
		density,
		share,
		count,
		random,
	}: { density: Density; share: number; count: number; random: Random },
): number {
	const sideM = Math.sqrt(ring.areaM2 / count);
	const style = {
		spacingM: Math.max(35, sideM / 12),
		bendShare: count > 2_000 ? 0.07 : 0.045,
		snapM: sideM * 0.04,
	};
	for (let attempt = 0; attempt < 40; attempt++) {
		const turn = random.between(-TURN, TURN) * (1 + attempt / 8);
		const line = cutAcross(mesh, ring, massCut(ring, density, share, turn), style, random);
		if (line >= 0) return line;
	}
	throw new Error(
		`No border fits a face of ${ring.areaM2} m² at ${ring.middleX}, ${ring.middleY}.`,
	);
}

/** Half-edges of the two faces of a new line: first the side that the long axis comes from. */
function bySide(mesh: Mesh, ring: Ring, line: number): readonly [number, number] {
	const along = (half: number) => {
		const { middleX, middleY } = ringOf(mesh, half);
		return middleX * ring.axisX + middleY * ring.axisY;
	};
	return along(line) < along(line ^ 1) ? [line, line ^ 1] : [line ^ 1, line];
}
