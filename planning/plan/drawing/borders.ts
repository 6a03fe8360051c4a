// Borders of a plan as they are drawn: every arc once, with the coarsest level it separates, and what the plan did to it.
import type { UnitKind } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { lonLatArc } from "../../partition/lonLatShape.ts";
import { ARC_FLAG, type Tiling } from "../../partition/Tiling.ts";
import type { PlanLayers } from "../PlanBase.ts";
import type { PlanState } from "../PlanState.ts";

const LEVELS = ["district", "street", "committee"] as const;
const OVERLAYS = ["bmu", "circle"] as const;
const FIXED = ARC_FLAG.legal | ARC_FLAG.locked;
/** `part`: between parts of one committee. */
export type BorderLevel = (typeof LEVELS)[number] | "part" | "bmu" | "circle";
/** `new`: drawn by the plan; `old`: what it takes away; `locked`: may not be moved. */
export type BorderChange = "kept" | "new" | "old" | "locked";

/** Borders of one kind together. */
export interface PlanBorders {
	readonly level: BorderLevel;
	readonly change: BorderChange;
	readonly lines: readonly (readonly LonLat[])[];
}

/** Borders of the snapshot along some arcs, and of circles and basic management units, each a group of its own. */
export function baseBorders({ base, tiling, baseCell }: PlanState, arcs: readonly number[]) {
	const groups = new BorderGroups(tiling);
	for (const arc of arcs) {
		const [left, right] = baseSides(tiling, baseCell, arc);
		const level = levelBetween(base.layers, left, right);
		if (level !== null) groups.add(level, "kept", arc);
		for (const layer of OVERLAYS)
			if (differs(base.layers, layer, left, right)) groups.add(layer, "kept", arc);
	}
	return groups.all;
}

/** What a plan does to them: borders that it draws, takes away, or locks, and those between parts of one committee. */
export function changedBorders(state: PlanState, arcs: readonly number[]): PlanBorders[] {
	const { base, tiling, baseCell, layers } = state;
	const groups = new BorderGroups(tiling);
	for (const arc of arcs) {
		const [left, right] = [tiling.arcLeft[arc], tiling.arcRight[arc]];
		const [leftBefore, rightBefore] = baseSides(tiling, baseCell, arc);
		const was = levelBetween(base.layers, leftBefore, rightBefore);
		const is = levelBetween(layers, left, right);
		if (was !== null && is !== was) groups.add(was, "old", arc);
		// a border that only loses its rank was there before
		if (is !== null && rank(is) < rank(was)) groups.add(is, "new", arc);
		if (is === null && leftBefore === rightBefore) groups.add("part", "new", arc);
		if ((tiling.arcFlags[arc] & FIXED) !== 0) groups.add(is ?? "part", "locked", arc);
		for (const layer of OVERLAYS) {
			const differed = differs(base.layers, layer, leftBefore, rightBefore);
			const differsNow = differs(layers, layer, left, right);
			if (differed !== differsNow) groups.add(layer, differsNow ? "new" : "old", arc);
		}
	}
	return groups.all;
}

class BorderGroups {
	private readonly groups = new Map<
		string,
		{ level: BorderLevel; change: BorderChange; lines: (readonly LonLat[])[] }
	>();
	private readonly tiling: Tiling;
	private readonly lines: LonLat[][];

	constructor(tiling: Tiling) {
		this.tiling = tiling;
		this.lines = arcLines(tiling);
	}

	add(level: BorderLevel, change: BorderChange, arc: number): void {
		const key = `${level} ${change}`;
		const group = this.groups.get(key) ?? { level, change, lines: [] };
		this.groups.set(key, group);
		this.lines[arc] ??= lonLatArc(this.tiling, arc);
		group.lines.push(this.lines[arc]);
	}

	get all(): PlanBorders[] {
		return [...this.groups.values()];
	}
}

function baseSides({ arcLeft, arcRight }: Tiling, baseCell: Int32Array, arc: number) {
	const baseOf = (cell: number) => (cell < 0 ? -1 : baseCell[cell]);
	return [baseOf(arcLeft[arc]), baseOf(arcRight[arc])] as const;
}

function levelBetween(layers: PlanLayers, left: number, right: number) {
	for (const level of LEVELS) if (differs(layers, level, left, right)) return level;
	return null;
}

/** The coarsest first; last of all where there is no border. */
function rank(level: (typeof LEVELS)[number] | null): number {
	return level === null ? LEVELS.length : LEVELS.indexOf(level);
}

function differs(layers: PlanLayers, layer: UnitKind, left: number, right: number): boolean {
	const { unitOfCell } = layers[layer];
	return (left < 0 ? -1 : unitOfCell[left]) !== (right < 0 ? -1 : unitOfCell[right]);
}

const known = new WeakMap<Tiling["pointCm"], LonLat[][]>();

/** Lines of arcs in degrees, made when first drawn. */
function arcLines({ pointCm }: Tiling): LonLat[][] {
	const lines = known.get(pointCm) ?? [];
	known.set(pointCm, lines);
	return lines;
}
