// Mending with consent: named steps, each pure, each with what it moves. Steps that move lines come before those that
// give faces away, because they number the faces anew.

import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { findTroubles } from "../build/findTroubles.ts";
import type { CellOutline, Trouble } from "../build/Outline.ts";
import { ownersOf } from "../build/owners.ts";
import { type Subdivision, subdivide } from "../build/Subdivision.ts";
import { tilingOf } from "../build/tilingOf.ts";
import { OUTSIDE, type Tiling } from "../Tiling.ts";
import { alongMiddle } from "./alongMiddle.ts";

export type MendStep =
	/** Lines within the tolerance of one another become one. */
	| { readonly op: "snap"; readonly toleranceCm: number }
	/** Overlaps of two cells are divided along their middle line. */
	| { readonly op: "middle"; readonly faces: readonly number[] }
	/** A gap, overlap or sliver goes to a cell. */
	| { readonly op: "give"; readonly face: number; readonly cell: string }
	/** A gap becomes a cell of its own. */
	| { readonly op: "new-cell"; readonly face: number; readonly cell: string }
	/** A gap is meant: a lake, a neighbour that is not in the layer. */
	| { readonly op: "leave"; readonly face: number };

export interface Mending {
	readonly outlines: readonly CellOutline[];
	readonly subdivision: Subdivision;
	/** Decisions so far: the cell of a face, as an index into the codes; `OUTSIDE` to leave it open. */
	readonly decided: ReadonlyMap<number, number>;
}

/** What a step moved. */
export interface MendReport {
	readonly step: MendStep;
	/** Cells whose area changed, by code. */
	readonly cells: readonly {
		readonly cell: string;
		readonly beforeM2: number;
		readonly afterM2: number;
	}[];
	/** Troubles before and after. */
	readonly troublesBefore: number;
	readonly troublesAfter: number;
}

export function beginMending(outlines: readonly CellOutline[]): Mending {
	return { outlines, subdivision: subdivide(outlines), decided: new Map() };
}

const known = new WeakMap<Subdivision, readonly Trouble[]>();

/** Troubles nobody has decided on yet. Found once per subdivision, which never changes. */
export function openTroubles({ subdivision, decided }: Mending): Trouble[] {
	const troubles = known.get(subdivision) ?? findTroubles(subdivision);
	known.set(subdivision, troubles);
	return troubles.filter(({ face }) => !decided.has(face));
}

/** The tiling as decided so far. */
export function mendedTiling(mending: Mending): Tiling {
	const { codes } = mending.subdivision;
	const sorted = [...codes].sort(byCodeUnit);
	const rank = new Map(sorted.map((code, index) => [code, index]));
	const owner = ownersNow(mending).map((cell) => rank.get(codes[cell]) ?? OUTSIDE);
	return tilingOf({ ...mending.subdivision, codes: sorted }, owner);
}

/** One step. Throws when it does not fit: an unknown face or cell, or lines moved after faces were given away. */
export function mendStep(
	mending: Mending,
	step: MendStep,
): { mending: Mending; report: MendReport } {
	const after = apply(mending, step);
	const [before, now] = [areasM2(mending), areasM2(after)];
	const cells = [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((cell) => {
		const change = { cell, beforeM2: before.get(cell) ?? 0, afterM2: now.get(cell) ?? 0 };
		return change.beforeM2 === change.afterM2 ? [] : [change];
	});
	const report = {
		step,
		cells,
		troublesBefore: openTroubles(mending).length,
		troublesAfter: openTroubles(after).length,
	};
	return { mending: after, report };
}

function apply(mending: Mending, step: MendStep): Mending {
	const { outlines, subdivision, decided } = mending;
	if (step.op === "snap" || step.op === "middle") {
		if (decided.size > 0) throw new Error(`The step ${step.op} comes before faces are given away.`);
		const moved =
			step.op === "snap"
				? subdivide(outlines, { frame: subdivision.frame, slackCm: step.toleranceCm })
				: alongMiddle(subdivision, step.faces);
		return { ...mending, subdivision: moved };
	}
	const claims = subdivision.claims[step.face];
	if (claims === undefined || step.face === 0 || claims.length === 1)
		throw new Error(`Face ${step.face} is not a gap or an overlap.`);
	if (step.op === "new-cell") {
		if (claims.length > 0) throw new Error(`Face ${step.face} is claimed already.`);
		return withNewCell(mending, step.face, step.cell);
	}
	const cell = step.op === "leave" ? OUTSIDE : subdivision.codes.indexOf(step.cell);
	if (step.op === "give" && cell < 0) throw new Error(`No cell ${step.cell}.`);
	return { ...mending, decided: new Map([...decided, [step.face, cell]]) };
}

/** New cells come after the others, until the tiling is built anew from its shapes. */
function withNewCell(mending: Mending, face: number, code: string): Mending {
	const { subdivision, decided } = mending;
	if (subdivision.codes.includes(code)) throw new Error(`The code ${code} is taken.`);
	return {
		...mending,
		subdivision: { ...subdivision, codes: [...subdivision.codes, code] },
		decided: new Map([...decided, [face, subdivision.codes.length]]),
	};
}

function ownersNow({ subdivision, decided }: Mending): Int32Array {
	return ownersOf(
		subdivision,
		[...decided].map(([face, cell]) => ({ face, cell })),
	);
}

function areasM2(mending: Mending): Map<string, number> {
	const { codes, graph } = mending.subdivision;
	const areas = new Map<string, number>();
	ownersNow(mending).forEach((cell, face) => {
		if (cell === OUTSIDE) return;
		const code = codes[cell];
		areas.set(code, (areas.get(code) ?? 0) + graph.twiceAreaCm2[face] / 2e4);
	});
	return areas;
}
