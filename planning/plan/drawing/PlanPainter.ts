// What the map of a drawing table shows of a plan, as plain values. What did not change since the last picture is the same
// object, so that whoever draws it can tell.
import { labelPoint } from "../../city/labelPoint.ts";
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { lonLatShape } from "../../partition/lonLatShape.ts";
import { cellShape, unitShape } from "../../partition/shape.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import type { PlanLayers } from "../PlanBase.ts";
import type { PlanState } from "../PlanState.ts";
import { arcsInArea, cellsInArea, type DrawnArea } from "./area.ts";
import { baseBorders, changedBorders } from "./borders.ts";
import { facilityMarks, linkMarks } from "./marks.ts";
import type { PlanCell, PlanPicture, PlanUnitMark, UnitCodes } from "./PlanPicture.ts";
import { tintOf } from "./tints.ts";

interface Asked {
	/** Facilities of one category are shown. */
	readonly category: string;
	/** Names stay where they were: finding a place for one costs more than a stroke may. */
	readonly isPreview?: boolean;
}

/** Draws one plan after another of the same base and area. */
export class PlanPainter {
	private readonly area: DrawnArea;
	private readonly shapes = new Map<string, Pick<PlanCell, "polygons" | "label">>();
	private readonly labels = new Map<string, { readonly cells: string; readonly at: LonLat }>();
	private arcs: { readonly ringSide: Tiling["ringSide"]; readonly arcs: readonly number[] } | null =
		null;
	private ofGround: { readonly baseCell: Int32Array; readonly cells: readonly number[] } | null =
		null;
	private last: {
		readonly state: PlanState;
		readonly category: string;
		readonly isPreview: boolean;
		readonly picture: PlanPicture;
	} | null = null;

	constructor(area: DrawnArea) {
		this.area = area;
	}

	/** Arcs of the area. */
	arcsOf(state: PlanState): readonly number[] {
		const { ringSide } = state.tiling;
		if (this.arcs?.ringSide !== ringSide)
			this.arcs = { ringSide, arcs: arcsInArea(state, this.area) };
		return this.arcs.arcs;
	}

	picture(state: PlanState, { category, isPreview = false }: Asked): PlanPicture {
		const { last } = this;
		const before = last?.picture;
		const isSame = (...parts: (keyof PlanState)[]) =>
			last !== null && parts.every((part) => last.state[part] === state[part]);
		const isGround = last?.state.tiling.ringSide === state.tiling.ringSide;
		const isTerritory = isSame("tiling", "layers");
		const cells = (isGround ? before?.cells : null) ?? this.cells(state);
		const picture: PlanPicture = {
			cells,
			cellUnits: (isTerritory ? before?.cellUnits : null) ?? this.cellUnits(state),
			borders: (isGround ? before?.borders : null) ?? baseBorders(state, this.arcsOf(state)),
			changes: (isTerritory ? before?.changes : null) ?? changedBorders(state, this.arcsOf(state)),
			units:
				(isTerritory && (isPreview || !last?.isPreview) ? before?.units : null) ??
				this.units(state, isPreview),
			facilities:
				(isSame("facilities") && last?.category === category ? before?.facilities : null) ??
				facilityMarks(state, category),
			links: (isSame("links") ? before?.links : null) ?? linkMarks(state),
		};
		this.last = { state, category, isPreview, picture };
		return picture;
	}

	private cells(state: PlanState): PlanCell[] {
		const { base, tiling, baseCell } = state;
		return this.areaCells(state).map((cell) => {
			const code = tiling.cellCode[cell];
			const isWhole = base.tiling.cellCode[baseCell[cell]] === code;
			// a whole cell that a neighbour's cut gave a corner more looks as it did
			const shape = (isWhole ? this.shapes.get(code) : undefined) ?? shapeOf(state, cell);
			if (isWhole) this.shapes.set(code, shape);
			return { code, ...shape, unitsBefore: codesOf(base.layers, baseCell[cell]) };
		});
	}

	/** Cells of the area, ascending; looked up once per ground. */
	private areaCells(state: PlanState): readonly number[] {
		const { baseCell } = state;
		if (this.ofGround?.baseCell !== baseCell)
			this.ofGround = { baseCell, cells: cellsInArea(state, this.area) };
		return this.ofGround.cells;
	}

	/** Codes of a cell whose units did not change are the same object. */
	private cellUnits(state: PlanState): UnitCodes[] {
		const { last } = this;
		const isSame =
			last?.state.baseCell === state.baseCell
				? sameUnits(last.state.layers, state.layers)
				: () => false;
		return this.areaCells(state).map((cell, i) => {
			const before = isSame(cell) ? last?.picture.cellUnits[i] : undefined;
			return before ?? codesOf(state.layers, cell);
		});
	}

	private units(state: PlanState, isPreview: boolean): readonly PlanUnitMark[] {
		const cells = this.areaCells(state);
		return UNIT_KINDS.flatMap((kind) => {
			const { units, unitOfCell } = state.layers[kind];
			const cellsOf = new Map<number, number[]>();
			for (const cell of cells) {
				const list = cellsOf.get(unitOfCell[cell]);
				if (list === undefined) cellsOf.set(unitOfCell[cell], [cell]);
				else list.push(cell);
			}
			cellsOf.delete(-1);
			return [...cellsOf.keys()]
				.sort((a, b) => a - b)
				.filter((number) => !units[number].isDissolved)
				.map((number): PlanUnitMark => {
					const { code, name, parentCode, seat } = units[number];
					const isNew = number >= state.base.layers[kind].units.length;
					const shown = { kind, number, cells: cellsOf.get(number) ?? [] };
					const label = this.labelOf(state, shown, isPreview);
					const tint = tintOf(state.base, kind, number);
					return { kind, code, name, parentCode, isNew, tint, label, seat };
				});
		});
	}

	/** A label stays while the unit has the same cells here. */
	private labelOf(
		state: PlanState,
		{ kind, number, cells }: { kind: UnitKind; number: number; cells: readonly number[] },
		isPreview: boolean,
	): LonLat {
		const layer = state.layers[kind];
		const key = `${kind} ${layer.unitCode[number]}`;
		const known = this.labels.get(key);
		if (known !== undefined && isPreview) return known.at;
		const codes = cells.map((cell) => state.tiling.cellCode[cell]).join(" ");
		if (known?.cells === codes) return known.at;
		const at = labelPoint(lonLatShape(state.tiling, unitShape(state.tiling, layer, number)));
		this.labels.set(key, { cells: codes, at });
		return at;
	}
}

function shapeOf({ tiling }: PlanState, cell: number): Pick<PlanCell, "polygons" | "label"> {
	const polygons = lonLatShape(tiling, cellShape(tiling, cell));
	return { polygons, label: labelPoint(polygons) };
}

/** Tells cells of one ground that belong to units of the same codes. */
function sameUnits(before: PlanLayers, now: PlanLayers): (cell: number) => boolean {
	const changed = UNIT_KINDS.filter((kind) => before[kind] !== now[kind]);
	const isRenamed = changed.some((kind) => before[kind].unitCode !== now[kind].unitCode);
	return (cell) =>
		!isRenamed &&
		changed.every((kind) => before[kind].unitOfCell[cell] === now[kind].unitOfCell[cell]);
}

function codesOf(layers: PlanLayers, cell: number): UnitCodes {
	const codes: Partial<Record<UnitKind, string>> = {};
	for (const kind of UNIT_KINDS) {
		const code = layers[kind].unitCode[layers[kind].unitOfCell[cell]];
		if (code !== undefined) codes[kind] = code;
	}
	return codes;
}
