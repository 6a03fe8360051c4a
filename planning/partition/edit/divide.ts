// What `cut` and `reshape` have in common: chains through cells become new arcs, and the cells their parts.
import type { Tiling } from "../Tiling.ts";
import type { Half } from "./arcOrder.ts";
import { cellIndex } from "./cellIndex.ts";
import { type CellPart, cellParts } from "./cellParts.ts";
import { arcsOfCells, type CellChain, type CutGround, cutGround } from "./cutGround.ts";
import type { LocalBorders } from "./LocalBorders.ts";
import { type NodedArc, nodedArcs } from "./nodedArcs.ts";
import { type Patched, patchTiling } from "./patchTiling.ts";
import { placeKey } from "./place.ts";
import type { LooseArc } from "./splicedArcs.ts";
import { tightSpot } from "./tightSpot.ts";

/** Parts below this are nobody's intention. App default, no source. */
const LEAST_TWICE_CM2 = 2e4;
/** A part of less mean width (twice the area by the border) is a sliver, as in build/findTroubles.ts. */
const SLIVER_WIDTH_CM = 100;

export interface Division {
	readonly patched: Patched;
	readonly parts: readonly CellPart[];
	/** Codes of the parts of each divided cell. */
	readonly divided: ReadonlyMap<string, readonly string[]>;
}

export type DivideFault = {
	readonly fault: "too-close" | "self-touch" | "divides-nothing" | "not-free";
	readonly at: readonly [x: number, y: number] | null;
	readonly cells: readonly string[];
};

export interface DivideRequest {
	readonly chains: readonly CellChain[];
	/** Cells that are divided though no chain runs through them. */
	readonly apart?: readonly number[];
	readonly borders: LocalBorders;
	/** Which side of the line changes hands; is asked for what lies on the left of a half. */
	readonly isMoved?: (left: Half) => boolean;
}

/** Divide cells along chains. Chains that have the same part on both sides are left out. */
export function divide(tiling: Tiling, request: DivideRequest): Division | DivideFault {
	const { borders, apart = [], isMoved } = request;
	for (let { chains } = request; ; ) {
		const cells = [...new Set([...chains.map(({ cell }) => cell), ...apart])].sort((a, b) => a - b);
		const codes = cells.map((cell) => tiling.cellCode[cell]);
		if (cells.length === 0) return { fault: "divides-nothing", at: null, cells: codes };
		const noded = nodedArcs(tiling, arcsOfCells(tiling, cells), borders, endsOf(chains));
		const tight = tightSpot(tiling, chains, noded);
		if (tight !== null)
			return {
				fault: tight.isOfLineAlone ? "self-touch" : "too-close",
				at: tight.at,
				cells: codes,
			};
		const ground = cutGround(tiling, cells, chains, noded);
		const ofChains = ground.lines.slice(ground.lines.length - chains.length);
		const dividing = chains.filter((_, i) => ofChains[i].left !== ofChains[i].right);
		if (dividing.length < chains.length) {
			chains = dividing;
			continue;
		}
		const thin = ground.faces.find(
			({ isDivided, twiceAreaCm2, borderCm }) =>
				isDivided && twiceAreaCm2 < Math.max(LEAST_TWICE_CM2, SLIVER_WIDTH_CM * borderCm),
		);
		if (thin !== undefined)
			return { fault: "too-close", at: [thin.first[0], thin.first[1]], cells: codes };
		const parts = cellParts(ground, (cell) => tiling.cellCode[cell], isMoved);
		const taken = parts.find(({ code }) => cellIndex(tiling, code) >= 0);
		if (taken !== undefined) return { fault: "not-free", at: null, cells: [taken.code] };
		return divided(tiling, parts, ground, noded);
	}
}

/** Places of the ends of chains; a closed chain in the middle of a cell has none that is a node of another arc. */
export function endsOf(chains: readonly CellChain[]): Set<number> {
	const ends = new Set<number>();
	for (const { points } of chains) {
		ends.add(placeKey(points[0], points[1]));
		ends.add(placeKey(points[points.length - 2], points[points.length - 1]));
	}
	return ends;
}

function divided(
	tiling: Tiling,
	parts: readonly CellPart[],
	{ lines }: CutGround,
	noded: ReadonlyMap<number, NodedArc>,
): Division {
	const { arcLeft, arcRight, arcFlags, cellCode } = tiling;
	const goneCells = new Map(parts.map(({ oldCell }, i) => [oldCell, cellCode.length + i]));
	const partOfFace = new Map<number, number>();
	parts.forEach(({ faces }, i) => {
		for (const face of faces) partOfFace.set(face, cellCode.length + i);
	});
	const cellAt = (face: number, old: number) =>
		goneCells.has(old) ? (partOfFace.get(face) ?? old) : old;
	const arcs: LooseArc[] = [];
	const cellOfSide = new Map<number, number>();
	for (const { arc, points, left, right } of lines)
		if (points === null) {
			if (goneCells.has(arcLeft[arc])) cellOfSide.set(2 * arc, cellAt(left, arcLeft[arc]));
			if (goneCells.has(arcRight[arc])) cellOfSide.set(2 * arc + 1, cellAt(right, arcRight[arc]));
		} else if (arc >= 0)
			arcs.push({
				points,
				left: cellAt(left, arcLeft[arc]),
				right: cellAt(right, arcRight[arc]),
				flags: arcFlags[arc],
			});
		else
			arcs.push({
				points,
				left: partOfFace.get(left) ?? -1,
				right: partOfFace.get(right) ?? -1,
				flags: 0,
			});
	const patched = patchTiling(tiling, {
		goneArcs: new Set(noded.keys()),
		arcs,
		goneCells,
		cells: parts,
		cellOfSide,
		arcsAround: lines.flatMap(({ arc }) => (arc < 0 ? [] : [arc])),
	});
	const codes = new Map<string, string[]>();
	for (const { oldCell, code } of parts) {
		const known = codes.get(cellCode[oldCell]);
		if (known === undefined) codes.set(cellCode[oldCell], [code]);
		else known.push(code);
	}
	return { patched, parts, divided: codes };
}
