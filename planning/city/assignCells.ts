// Cells from the finest committed division layer, and the unit of each layer that every cell belongs to (归属).
// Upward by parent codes where they lead to a committed unit, else to the unit that holds the largest share of area.
import Flatbush from "flatbush";
import { byCodeUnit } from "./codeUnitOrder.ts";
import { areaDeg2, type Bounds, boundsOf } from "./planarArea.ts";
import type { CellRecord, UnitKind, UnitRecord } from "./records.ts";
import { sharedAreaDeg2 } from "./sharedArea.ts";

/** Levels that can be cells, the finest first. */
const CELL_LEVELS: readonly UnitKind[] = ["committee", "street", "district"];

type UnitsOfCell = Partial<Record<UnitKind, string>>;

/**
 * The cells of a city, sorted by code, each with its units. Without committees, streets or districts there are none.
 * A cell is in at most one basic management unit, and only in one of its own town; in at most one circle.
 */
export function assignCells(units: readonly UnitRecord[]): CellRecord[] {
	const ofKind = (kind: UnitKind) => units.filter((unit) => unit.kind === kind);
	const cellKind = CELL_LEVELS.find((kind) => units.some((unit) => unit.kind === kind));
	if (cellKind === undefined) return [];

	const streets = new Layer(ofKind("street"));
	const districts = new Layer(ofKind("district"));
	const bmus = new Layer(ofKind("bmu"));
	const circles = new Layer(ofKind("circle"));

	const assign = (cell: UnitRecord): CellRecord => {
		const found: UnitsOfCell = { [cellKind]: cell.code };
		const street =
			cellKind === "street" ? cell : cellKind === "committee" ? streets.above(cell) : null;
		if (street !== null) found.street = street.code;
		if (cellKind !== "district") {
			const district = districts.named(street?.parentCode) ?? districts.above(cell);
			if (district !== null) found.district = district.code;
		}
		const bmu = bmus.withMost(
			cell,
			(unit) => unit.parentCode === null || unit.parentCode === found.street,
		);
		if (bmu !== null) found.bmu = bmu.code;
		const circle = circles.withMost(cell, () => true);
		if (circle !== null) found.circle = circle.code;
		return { code: cell.code, polygons: cell.polygons, units: found };
	};
	return ofKind(cellKind)
		.map(assign)
		.sort((a, b) => byCodeUnit(a.code, b.code));
}

/** The units of one kind with an index of their boxes. */
class Layer {
	private readonly units: readonly UnitRecord[];
	private readonly byCode: ReadonlyMap<string, UnitRecord>;
	private readonly boxes: Flatbush | null;

	constructor(units: readonly UnitRecord[]) {
		this.units = [...units].sort((a, b) => byCodeUnit(a.code, b.code));
		this.byCode = new Map(units.map((unit) => [unit.code, unit]));
		this.boxes = units.length === 0 ? null : new Flatbush(units.length);
		for (const unit of this.units) this.boxes?.add(...boundsOf(unit.polygons));
		this.boxes?.finish();
	}

	named(code: string | null | undefined): UnitRecord | null {
		return this.byCode.get(code ?? "") ?? null;
	}

	/** The unit that the cell's parent code names, else the one that holds most of it. */
	above(cell: UnitRecord): UnitRecord | null {
		return this.named(cell.parentCode) ?? this.withMost(cell, () => true);
	}

	/** The unit with the largest share of the cell; none where the uncovered share is larger. Ties: the smaller code. */
	withMost(cell: UnitRecord, isAllowed: (unit: UnitRecord) => boolean): UnitRecord | null {
		if (this.boxes === null) return null;
		const bounds: Bounds = boundsOf(cell.polygons);
		const near = this.boxes
			.search(...bounds)
			.sort((a, b) => a - b)
			.map((index) => this.units[index])
			.filter(isAllowed);
		let rest = areaDeg2(cell.polygons);
		let best: UnitRecord | null = null;
		let bestArea = 0;
		for (const unit of near) {
			const area = sharedAreaDeg2(cell.polygons, unit.polygons);
			rest -= area;
			if (area > bestArea) [best, bestArea] = [unit, area];
		}
		return bestArea > rest ? best : null;
	}
}
