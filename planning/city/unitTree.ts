// Units by kind and code, and what belongs to what: district > street level > committee, a BMU inside one town.
import { byCodeUnit } from "./codeUnitOrder.ts";
import { type CellRecord, UNIT_KINDS, type UnitKind, type UnitRecord } from "./records.ts";

export interface UnitTree {
	/** By kind, then code, as UTF-16 code units. */
	readonly units: readonly UnitRecord[];
	/** The unit of a kind and code, or undefined. */
	unit(kind: UnitKind, code: string | undefined): UnitRecord | undefined;
	/** The unit of a code when its kind is not known; committees first, districts last. */
	anyUnit(code: string): UnitRecord | undefined;
	/** Indices of the cells of a unit. */
	cellsOf(unit: UnitRecord): readonly number[];
	/**
	 * The unit of a coarser kind that a unit lies in (itself when it is of that kind): its parent, else where most of
	 * its cells are. Undefined when there is none; a circle lies in no street.
	 */
	within(unit: UnitRecord, kind: UnitKind): UnitRecord | undefined;
}

/** Kinds that a unit of each kind may lie in. */
export const COARSER: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
	committee: ["bmu", "circle", "street", "district"],
	bmu: ["street", "district"],
	circle: ["district"],
	street: ["district"],
	district: [],
};
/** The order in which a code of unknown kind is looked up. */
export const FINEST_FIRST: readonly UnitKind[] = [
	"committee",
	"bmu",
	"circle",
	"street",
	"district",
];

/** Build the tree of a city's units over its cells. */
export function unitTreeOf(units: readonly UnitRecord[], cells: readonly CellRecord[]): UnitTree {
	const sorted = [...units].sort(
		(a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.code, b.code),
	);
	const byKey = new Map(sorted.map((unit) => [`${unit.kind} ${unit.code}`, unit]));
	const cellsByKey = new Map<string, number[]>();
	cells.forEach((cell, index) => {
		for (const kind of UNIT_KINDS) {
			const code = cell.units[kind];
			if (code === undefined) continue;
			const list = cellsByKey.get(`${kind} ${code}`);
			if (list === undefined) cellsByKey.set(`${kind} ${code}`, [index]);
			else list.push(index);
		}
	});

	const above = new Map<string, UnitRecord | undefined>();

	const tree: UnitTree = {
		units: sorted,
		unit: (kind, code) => (code === undefined ? undefined : byKey.get(`${kind} ${code}`)),
		anyUnit(code) {
			for (const kind of FINEST_FIRST) {
				const unit = byKey.get(`${kind} ${code}`);
				if (unit !== undefined) return unit;
			}
			return undefined;
		},
		cellsOf: (unit) => cellsByKey.get(`${unit.kind} ${unit.code}`) ?? [],
		within(unit, kind) {
			if (unit.kind === kind) return unit;
			if (!COARSER[unit.kind].includes(kind)) return undefined;
			const key = `${unit.kind} ${unit.code} ${kind}`;
			if (!above.has(key)) {
				const mostCells = mostOf(tree.cellsOf(unit).map((cell) => cells[cell].units[kind]));
				above.set(key, parentOfKind(unit, kind) ?? tree.unit(kind, mostCells));
			}
			return above.get(key);
		},
	};
	return tree;

	function parentOfKind(unit: UnitRecord, kind: UnitKind): UnitRecord | undefined {
		let code = unit.parentCode;
		for (let steps = 0; code !== null && steps < UNIT_KINDS.length; steps++) {
			const parent = tree.anyUnit(code);
			if (parent === undefined || parent.kind === kind) return parent;
			code = parent.parentCode;
		}
		return undefined;
	}
}

/** The code that occurs most often; equal counts give the smaller code. */
function mostOf(codes: readonly (string | undefined)[]): string | undefined {
	const counts = new Map<string, number>();
	for (const code of codes) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
	let most: string | undefined;
	for (const [code, count] of counts) {
		const best = most === undefined ? 0 : (counts.get(most) ?? 0);
		if (count > best || (count === best && most !== undefined && code < most)) most = code;
	}
	return most;
}
