// The territory (辖域) of all units of one kind, from the arcs. `unitTerritory` tells it of one.
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { type Compactness, compactnessOf, unitHulls } from "../partition/compactness.ts";
import { type DetachedPart, detachedParts } from "../partition/detachedParts.ts";
import { facesOf } from "../partition/faces.ts";
import { cmOfLonLat } from "../partition/frame.ts";
import { isInsideRing } from "../partition/isInsideRing.ts";
import { ringPointsCm } from "../partition/shape.ts";
import type { Assignment, Tiling } from "../partition/Tiling.ts";
import { type UnitBorder, unitBorders } from "../partition/unitBorders.ts";
import { type UnitFigures, unitFigures } from "../partition/unitFigures.ts";
import type { Located } from "./located.ts";

/** Units of one kind on a tiling; arrays go by `units`. */
export interface Territories {
	readonly tiling: Tiling;
	/** By code; those without cells too. */
	readonly units: readonly UnitRecord[];
	readonly assignment: Assignment;
	readonly figures: UnitFigures;
	readonly compactness: Compactness;
	readonly detached: readonly DetachedPart[];
	readonly borders: readonly UnitBorder[];
}

/** Territories of all units of a kind. Cells are matched by code; those that the tiling lacks have no territory. */
export function territoriesOf(located: Located, tiling: Tiling, kind: UnitKind): Territories {
	const { units, assignment } = unitsOnTiling(located, tiling, kind);
	const people = peopleOf(located, tiling);
	const figures = unitFigures(tiling, assignment, people);
	const seatFace = units.map(({ seat }) => (seat === null ? -1 : people.faceAt(seat)));
	return {
		tiling,
		units,
		assignment,
		figures,
		compactness: compactnessOf(figures, unitHulls(tiling, assignment)),
		detached: detachedParts(tiling, assignment, { ...people, seatFace }),
		borders: unitBorders(tiling, assignment),
	};
}

/** Units of a kind by code, and which of them each cell of the tiling belongs to. */
export function unitsOnTiling(
	{ city, tree }: Pick<Located, "city" | "tree">,
	tiling: Tiling,
	kind: UnitKind,
): Pick<Territories, "units" | "assignment"> {
	const units = tree.units.filter((unit) => unit.kind === kind);
	const numberOf = new Map(units.map(({ code }, number) => [code, number]));
	const recordOf = new Map(city.cells.map(({ code }, cell) => [code, cell]));
	const unitOfCell = Int32Array.from(tiling.cellCode, (code) => {
		const unit = city.cells[recordOf.get(code) ?? -1]?.units[kind];
		return unit === undefined ? -1 : (numberOf.get(unit) ?? -1);
	});
	return { units, assignment: { unitOfCell, unitCode: units.map(({ code }) => code) } };
}

/** Residents and households by cell of the tiling, residents by face, and the face that holds a place. */
function peopleOf({ city, cells, residenceCell }: Located, tiling: Tiling) {
	const cellOf = new Map(tiling.cellCode.map((code, cell) => [code, cell]));
	const tilingCell = Int32Array.from(city.cells, ({ code }) => cellOf.get(code) ?? -1);
	const residents = new Float64Array(tiling.cellCode.length);
	const households = new Float64Array(tiling.cellCode.length);
	const residentsOfFace = new Float64Array(facesOf(tiling).faceCell.length);
	city.residences.forEach((residence, index) => {
		const cell = tilingCell[residenceCell[index]] ?? -1;
		if (cell < 0) return;
		residents[cell] += residence.residents;
		households[cell] += residence.households ?? 0;
		residentsOfFace[faceIn(tiling, cell, residence.lonLat)] += residence.residents;
	});
	const faceAt = (place: LonLat) => {
		const part = cells.partAt(place);
		const cell = part < 0 ? -1 : tilingCell[cells.parts[part].cell];
		return cell < 0 ? -1 : faceIn(tiling, cell, place);
	};
	return { residents, households, residentsOfFace, faceAt };
}

/** The face of a cell that holds a place of it; the largest where rounding put the place on none. */
function faceIn(tiling: Tiling, cell: number, place: LonLat): number {
	const { cellFirstFace, faceRings } = facesOf(tiling);
	const [first, end] = [cellFirstFace[cell], cellFirstFace[cell + 1]];
	if (end - first === 1) return first;
	const [xCm, yCm] = cmOfLonLat(tiling.frame, place);
	for (let face = first; face < end; face++) {
		const [outer, ...holes] = faceRings[face].map((ring) => ringPointsCm(tiling, Array.from(ring)));
		if (
			isInsideRing(outer, xCm, yCm) &&
			!holes.some((hole) => hole !== undefined && isInsideRing(hole, xCm, yCm))
		)
			return face;
	}
	return first;
}
