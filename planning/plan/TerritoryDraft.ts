// What one operation does to the territory, before it is judged: cells move in one layer and the other layers follow, so
// that the tree holds. A cell that changes its street changes its district; it leaves a basic management unit of another
// town and a circle of another district. A cell that changes its committee goes to that committee's street.
import type { UnitKind } from "../city/records.ts";
import { layersOf, type PlanLayer, type PlanLayers, type PlanUnit } from "./PlanBase.ts";
import { type PlanState, parentNumber, unitNumber } from "./PlanState.ts";

export class TerritoryDraft {
	/** Cells as they were, on the territory as it now is. */
	readonly from: PlanState;
	private readonly written = new Map<UnitKind, PlanLayer>();
	/** Cells that moved, by layer. */
	readonly moved = new Map<UnitKind, Set<number>>();
	/** Units that this operation fuses into another, by layer and number of that other. */
	readonly fused = new Map<string, readonly number[]>();

	constructor(from: PlanState) {
		this.from = from;
	}

	/** A layer as the operation has it so far. */
	layer(kind: UnitKind): PlanLayer {
		return this.written.get(kind) ?? this.from.layers[kind];
	}

	get layers(): PlanLayers {
		return layersOf((kind) => this.layer(kind));
	}

	/** Units of a layer, to be changed in place. */
	private unitsToWrite(kind: UnitKind): PlanUnit[] {
		const layer = this.layer(kind);
		const units = layer.units === this.from.layers[kind].units ? [...layer.units] : layer.units;
		this.written.set(kind, { ...layer, units });
		return units as PlanUnit[];
	}

	change(kind: UnitKind, unit: number, change: Partial<PlanUnit>): void {
		const units = this.unitsToWrite(kind);
		units[unit] = { ...units[unit], ...change };
	}

	/** Add a unit; returns its number. */
	add(kind: UnitKind, unit: PlanUnit): number {
		const layer = this.layer(kind);
		this.written.set(kind, {
			...layer,
			units: [...layer.units, unit],
			unitCode: [...layer.unitCode, unit.code],
		});
		return layer.units.length;
	}

	/** Give cells to a unit (-1: to none); the other layers follow. */
	move(kind: UnitKind, cells: readonly number[], to: number): void {
		const moving = this.place(kind, cells, to);
		if (moving.length === 0 || to < 0) return;
		if (kind === "committee") {
			const street = parentNumber(this.layers, "committee", to);
			if (street >= 0) this.move("street", cells, street);
		}
		if (kind === "street") {
			const district = parentNumber(this.layers, "street", to);
			if (district >= 0) this.move("district", cells, district);
			this.leave("bmu", moving, to);
			this.adopt("committee", moving, to);
		}
		if (kind === "district") {
			this.leave("circle", moving, to);
			this.adopt("street", moving, to);
		}
	}

	/** Write cells; returns those that were not there yet. */
	private place(kind: UnitKind, cells: readonly number[], to: number): number[] {
		const moving = cells.filter((cell) => this.layer(kind).unitOfCell[cell] !== to);
		if (moving.length === 0) return moving;
		const layer = this.layer(kind);
		const before = this.from.layers[kind].unitOfCell;
		const unitOfCell = layer.unitOfCell === before ? before.slice() : layer.unitOfCell;
		const moved = this.moved.get(kind) ?? new Set();
		for (const cell of moving) {
			unitOfCell[cell] = to;
			moved.add(cell);
		}
		this.moved.set(kind, moved);
		this.written.set(kind, { ...layer, unitOfCell });
		return moving;
	}

	/** Cells leave units whose parent is not the one they came to. */
	private leave(kind: "bmu" | "circle", cells: readonly number[], parent: number): void {
		const { unitOfCell } = this.layer(kind);
		const leaving = cells.filter((cell) => {
			const unit = unitOfCell[cell];
			return unit >= 0 && this.namedParent(kind, unit) !== parent;
		});
		this.place(kind, leaving, -1);
	}

	/** The parent that a unit names; where it names none, the one its cells were in. */
	private namedParent(kind: "bmu" | "circle", unit: number): number {
		const above = kind === "bmu" ? "street" : "district";
		const named = unitNumber(this.layer(above), this.layer(kind).units[unit].parentCode);
		return named >= 0 ? named : parentNumber(this.from.layers, kind, unit);
	}

	/** Units below that now lie wholly in a unit have it as their parent. */
	private adopt(kind: "committee" | "street", cells: readonly number[], parent: number): void {
		const above = this.layer(kind === "committee" ? "street" : "district");
		const { unitOfCell, units } = this.layer(kind);
		const parentCode = above.unitCode[parent];
		const candidates = new Set(cells.map((cell) => unitOfCell[cell]));
		for (const unit of candidates)
			if (unit < 0 || units[unit].parentCode === parentCode) candidates.delete(unit);
		for (let cell = 0; cell < unitOfCell.length && candidates.size > 0; cell++)
			if (above.unitOfCell[cell] !== parent) candidates.delete(unitOfCell[cell]);
		for (const unit of candidates) this.change(kind, unit, { parentCode });
	}
}
