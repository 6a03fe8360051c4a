// Parts of units that lie apart, from the arc graph, with their people and what encloses them.
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../../city/records.ts";
import type { MultiPolygonRings } from "../../geo/LonLat.ts";
import { detachedParts } from "../../partition/detachedParts.ts";
import { faceAt } from "../../partition/faceAt.ts";
import { facesOf } from "../../partition/faces.ts";
import { lonLatShape } from "../../partition/lonLatShape.ts";
import { partShape } from "../../partition/partShape.ts";
import type { Surveyed } from "../surveyed.ts";
import { residentsOf } from "./flagParts.ts";
import type { Territory } from "./territory.ts";

export interface DetachedGroup {
	readonly unit: UnitRecord;
	/** The one other unit of the kind around it: then it is an exclave. */
	readonly around: UnitRecord | undefined;
	/** Faces of the tiling, and the codes of their cells, both ascending. */
	readonly faces: readonly number[];
	readonly cellCodes: readonly string[];
	readonly residences: readonly number[];
	readonly place: MultiPolygonRings;
}

/** Of units of all kinds; what a declared exception lets lie apart is not among them. */
export function detachedGroups(surveyed: Surveyed, territory: Territory): DetachedGroup[] {
	return UNIT_KINDS.flatMap((kind) => groupsOfKind(surveyed, territory, kind));
}

function groupsOfKind(surveyed: Surveyed, territory: Territory, kind: UnitKind): DetachedGroup[] {
	const { city, located } = surveyed;
	const { tiling, cellOfTile, residencesOfFace, exceptions } = territory;
	const units = located.tree.units.filter((unit) => unit.kind === kind);
	const numberOf = new Map(units.map(({ code }, number) => [code, number]));
	const unitOfCell = cellOfTile.map((cell) => numberOf.get(unitCodeOf(cell)) ?? -1);
	const assignment = { unitCode: units.map(({ code }) => code), unitOfCell };
	const { faceCell } = facesOf(tiling);
	return detachedParts(tiling, assignment, {
		residentsOfFace: residencesOfFace.map((residences) => residentsOf(surveyed, residences)),
		seatFace: units.map((unit) => seatFace(surveyed, territory, unit)),
		exceptions,
	})
		.filter(({ exception }) => exception === null)
		.map(({ unit, faces, enclosedBy }) => ({
			unit: units[unit],
			around: units[enclosedBy],
			faces,
			cellCodes: [...new Set(faces.map((face) => tiling.cellCode[faceCell[face]]))],
			residences: faces.flatMap((face) => residencesOfFace[face]).sort((a, b) => a - b),
			place: lonLatShape(tiling, partShape(tiling, faces)),
		}));

	function unitCodeOf(cell: number): string {
		return (cell < 0 ? undefined : city.cells[cell].units[kind]) ?? "";
	}
}

/** The face that holds a unit's seat; -1 without a seat in the unit. */
function seatFace(
	{ city, located }: Surveyed,
	{ tiling, tileOfCell }: Territory,
	{ kind, code, seat }: UnitRecord,
): number {
	const part = seat === null ? -1 : located.cells.partAt(seat);
	if (seat === null || part < 0) return -1;
	const { cell } = located.cells.parts[part];
	const tile = city.cells[cell].units[kind] === code ? tileOfCell[cell] : -1;
	return tile < 0 ? -1 : faceAt(tiling, tile, seat);
}
