// How units nest: committee in street in district, a basic management unit in its town, circles inside districts.
// A coarser unit owns the cells whose largest share of area lies in it, unless a cell's record names another parent
// than its own code does: then a person has decided. Where more than a little of a cell lies elsewhere, one has to.
import { areaM2 } from "../city/geodesicArea.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";
import { parentCodeOf } from "../layers/unitCodes.ts";
import { AreaIndex, type AreaShare } from "./AreaIndex.ts";

/** A cell may lie elsewhere by this much: slack of drawn lines. */
const SLACK_M2 = 100;
const SLACK_SHARE = 0.01;

/** What is to be nested: the shape of a cell, and the parent that its record names. */
export interface NestedCell {
	readonly code: string;
	readonly parentCode: string | null;
	readonly polygons: MultiPolygonRings;
}

/** A cell that does not fit the units of a coarser layer. */
export interface Misfit {
	/**
	 * `border-differs`: a part lies elsewhere than in the unit that owns the cell. `parent-differs`: the parent that the
	 * cell's record names, or its code, is not where most of it lies. `outside-parent`: most of the cell lies in a basic management unit of another
	 * town, or in a circle of another district, and stays out of it.
	 */
	readonly kind: "border-differs" | "parent-differs" | "outside-parent";
	readonly cell: string;
	readonly layer: UnitKind;
	/** Owner of the cell in that layer; null when it belongs to none. */
	readonly owner: string | null;
	/** The other unit; null where the part lies in none. */
	readonly other: string | null;
	/** Area of the part that lies there. */
	readonly areaM2: number;
	readonly at: LonLat;
}

export interface Nesting {
	/** By cell, the units it belongs to, the finest layer not included. */
	readonly units: readonly Readonly<Partial<Record<UnitKind, string>>>[];
	readonly misfits: readonly Misfit[];
}

/** Nest cells into coarser units of several kinds. Cells of streets are given no street. */
export function nest(
	cells: readonly NestedCell[],
	cellKind: UnitKind,
	units: readonly UnitRecord[],
): Nesting {
	const nester = new Nester(units);
	const found = cells.map((cell): Partial<Record<UnitKind, string>> => {
		const own: Partial<Record<UnitKind, string>> = {};
		if (cellKind === "committee") setCode(own, "street", nester.above(cell, cellKind, "street"));
		const street = nester.named("street", own.street);
		if (street !== null) setCode(own, "district", nester.districtOf(street, cell));
		else if (cellKind !== "district")
			setCode(own, "district", nester.above(cell, cellKind, "district"));
		return own;
	});
	for (const [kind, parentKind] of [
		["bmu", "street"],
		["circle", "district"],
	] as const) {
		const shares = cells.map((cell) => nester.sharesOf(cell, kind));
		const codeOf = (cell: number) =>
			parentKind === cellKind ? cells[cell].code : found[cell][parentKind];
		const parents = parentsOf(shares, codeOf);
		cells.forEach((cell, index) => {
			const isAllowed = ({ unit }: AreaShare) => {
				const parent = nester.named(parentKind, unit.parentCode)?.code ?? parents.get(unit.code);
				return parent === undefined || codeOf(index) === undefined || parent === codeOf(index);
			};
			setCode(found[index], kind, nester.within(cell, kind, shares[index], isAllowed));
		});
	}
	return { units: found, misfits: nester.misfits };
}

class Nester {
	readonly misfits: Misfit[] = [];
	private readonly layers: ReadonlyMap<UnitKind, AreaIndex>;
	private readonly streetDistrict = new Map<string, { readonly code: string | undefined }>();

	constructor(units: readonly UnitRecord[]) {
		const kinds: readonly UnitKind[] = ["district", "street", "bmu", "circle"];
		this.layers = new Map(
			kinds.map((kind) => [kind, new AreaIndex(units.filter((unit) => unit.kind === kind))]),
		);
	}

	sharesOf(cell: NestedCell, kind: UnitKind): AreaShare[] {
		const layer = this.layers.get(kind);
		return layer === undefined || layer.isEmpty ? [] : layer.sharesOf(cell);
	}

	named(kind: UnitKind, code: string | null | undefined): UnitRecord | null {
		return this.layers.get(kind)?.named(code) ?? null;
	}

	/** The unit of the next layer above a cell or a unit: see the head of this file. */
	above(cell: NestedCell, cellKind: UnitKind, kind: UnitKind): string | undefined {
		const shares = this.sharesOf(cell, kind);
		const named = this.named(kind, cell.parentCode);
		const most = shares.length === 0 ? null : mostOf(shares);
		const isDecided = named !== null && cell.parentCode !== parentCodeOf(cellKind, cell.code);
		const owner = isDecided ? named : (most?.unit ?? (shares.length === 0 ? named : null));
		if (most !== null && named !== null && named !== most.unit)
			this.misfits.push({
				kind: "parent-differs",
				cell: cell.code,
				layer: kind,
				owner: owner?.code ?? null,
				other: (isDecided ? most.unit : named).code,
				areaM2: most.insideM2,
				at: placeOf(cell, most.insideAt),
			});
		else this.noteBorder(cell, kind, shares, owner);
		return owner?.code;
	}

	/** The district of a street, for one of its cells: all cells of a street are in one district. */
	districtOf(street: UnitRecord, cell: NestedCell): string | undefined {
		const known = this.streetDistrict.get(street.code) ?? {
			code: this.above(street, "street", "district"),
		};
		this.streetDistrict.set(street.code, known);
		const district = this.named("district", known.code);
		this.noteBorder(cell, "district", this.sharesOf(cell, "district"), district);
		return district?.code;
	}

	/** The unit of a layer that need not cover the city; one that is not allowed is left out, and said. */
	within(
		cell: NestedCell,
		kind: UnitKind,
		shares: readonly AreaShare[],
		isAllowed: (share: AreaShare) => boolean,
	): string | undefined {
		if (shares.length === 0) return undefined;
		const most = mostOf(shares);
		const allowed = shares.filter(isAllowed);
		const owner = allowed.length === 0 ? null : mostOf(allowed);
		if (most !== null && most !== owner)
			this.misfits.push({
				kind: "outside-parent",
				cell: cell.code,
				layer: kind,
				owner: owner?.unit.code ?? null,
				other: most.unit.code,
				areaM2: most.insideM2,
				at: placeOf(cell, most.insideAt),
			});
		else this.noteBorder(cell, kind, shares, owner?.unit ?? null);
		return owner?.unit.code;
	}

	/** Is more than a little of the cell elsewhere than in its owner? */
	private noteBorder(
		cell: NestedCell,
		layer: UnitKind,
		shares: readonly AreaShare[],
		owner: UnitRecord | null,
	): void {
		const own = shares.find(({ unit }) => unit === owner);
		const others = shares.filter((share) => share !== own).sort((a, b) => b.insideM2 - a.insideM2);
		const inOthersM2 = others.reduce((sum, share) => sum + share.insideM2, 0);
		const elsewhereM2 = own?.outsideM2 ?? inOthersM2;
		const slackM2 = Math.max(SLACK_M2, SLACK_SHARE * areaM2(cell.polygons));
		if (elsewhereM2 <= slackM2) return;
		const [largest] = others;
		const isInUnit = largest !== undefined && largest.insideM2 >= elsewhereM2 - inOthersM2;
		this.misfits.push({
			kind: "border-differs",
			cell: cell.code,
			layer,
			owner: owner?.code ?? null,
			other: isInUnit ? largest.unit.code : null,
			areaM2: elsewhereM2,
			at: placeOf(cell, isInUnit ? largest.insideAt : (own?.outsideAt ?? null)),
		});
	}
}

/** The unit with the largest share; none where what lies in no unit is larger. Ties: the smaller code. */
function mostOf(shares: readonly AreaShare[]): AreaShare | null {
	let best = shares[0];
	let covered = 0;
	for (const share of shares) {
		covered += share.insideM2;
		if (share.insideM2 > best.insideM2) best = share;
	}
	const uncovered = best.insideM2 + best.outsideM2 - covered;
	return best.insideM2 > uncovered ? best : null;
}

/** The parent in which most of a unit's area lies, for units that name none. */
function parentsOf(
	shares: readonly (readonly AreaShare[])[],
	codeOf: (cell: number) => string | undefined,
): Map<string, string> {
	const sums = new Map<string, Map<string, number>>();
	shares.forEach((ofCell, cell) => {
		const parent = codeOf(cell);
		if (parent === undefined) return;
		for (const { unit, insideM2 } of ofCell) {
			const byParent = sums.get(unit.code) ?? new Map<string, number>();
			byParent.set(parent, (byParent.get(parent) ?? 0) + insideM2);
			sums.set(unit.code, byParent);
		}
	});
	return new Map(
		[...sums].map(([code, byParent]) => {
			const sorted = [...byParent].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
			return [code, sorted[0][0]];
		}),
	);
}

function placeOf({ polygons }: NestedCell, at: LonLat | null): LonLat {
	return at ?? polygons[0][0][0];
}

function setCode(
	own: Partial<Record<UnitKind, string>>,
	kind: UnitKind,
	code: string | undefined,
): void {
	if (code !== undefined) own[kind] = code;
}
