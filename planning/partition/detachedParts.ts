// Parts of a unit that share no border with its main part, and what encloses them (飞地).
import type { ContiguityException } from "../city/records.ts";
import { arcMeasures } from "./arcMeasures.ts";
import type { ReadExceptions } from "./contiguityExceptions.ts";
import { facesOf } from "./faces.ts";
import { partShape } from "./partShape.ts";
import { twiceRingAreaCm2 } from "./shape.ts";
import { cellOfSide } from "./sides.ts";
import type { Assignment, Tiling } from "./Tiling.ts";
import { type UnitPart, unitParts } from "./unitParts.ts";

/** Share of the outline that may face nobody in a part still enclosed: slack of drawn lines. */
const MAX_OUTSIDE_SHARE = 0.01;

export interface DetachedPart {
	readonly unit: number;
	readonly faces: readonly number[];
	readonly residents: number;
	readonly twiceAreaCm2: number;
	/** The one other unit around it: then the part is an exclave of its unit and an enclave in the other; else -1. */
	readonly enclosedBy: number;
	/** The declared exception that lets it lie apart. */
	readonly exception: ContiguityException | null;
}

export interface PartsScene {
	readonly residentsOfFace: ArrayLike<number>;
	/** The face that holds the seat of each unit; -1 where unknown. */
	readonly seatFace: ArrayLike<number>;
	readonly exceptions?: Pick<ReadExceptions, "links" | "apart">;
}

/** All detached parts, by unit, then their first face. The main part holds the seat, else the most residents. */
export function detachedParts(
	tiling: Tiling,
	assignment: Assignment,
	{ residentsOfFace, seatFace, exceptions }: PartsScene,
): DetachedPart[] {
	const { faceCell } = facesOf(tiling);
	const partsOfUnit = assignment.unitCode.map((): UnitPart[] => []);
	for (const part of unitParts(tiling, assignment, exceptions?.links))
		partsOfUnit[part.unit]?.push(part);
	const found: DetachedPart[] = [];
	for (const [unit, ofUnit] of partsOfUnit.entries()) {
		if (ofUnit.length < 2) continue;
		const parts = ofUnit.map(({ faces }) => ({
			faces,
			residents: faces.reduce((sum, face) => sum + residentsOfFace[face], 0),
			twiceAreaCm2: faces.reduce((sum, face) => sum + twiceFaceAreaCm2(tiling, face), 0),
		}));
		const main =
			parts.find(({ faces }) => faces.includes(seatFace[unit])) ??
			parts.reduce((best, part) => (isLarger(part, best) ? part : best));
		for (const part of parts) {
			if (part === main) continue;
			const excuses = part.faces.map((face) => exceptions?.apart.get(faceCell[face]));
			found.push({
				unit,
				...part,
				enclosedBy: enclosingUnit(tiling, assignment, part.faces),
				exception: excuses.find((excuse) => excuse !== undefined) ?? null,
			});
		}
	}
	return found.sort((a, b) => a.unit - b.unit || a.faces[0] - b.faces[0]);
}

/**
 * The one unit beyond the outlines of a group of faces; -1 where there are several, cells of no unit, or more than a
 * hundredth faces the outside. What lies in holes of the group does not matter.
 */
export function enclosingUnit(
	tiling: Tiling,
	{ unitOfCell }: Pick<Assignment, "unitOfCell">,
	faces: readonly number[],
): number {
	const { lengthCm } = arcMeasures(tiling);
	const around = new Set<number>();
	let [outlineCm, outsideCm] = [0, 0];
	for (const [outer] of partShape(tiling, faces))
		for (const side of outer) {
			const cell = cellOfSide(tiling, side ^ 1);
			outlineCm += lengthCm[side >> 1];
			if (cell < 0) outsideCm += lengthCm[side >> 1];
			else around.add(unitOfCell[cell]);
		}
	const [unit] = around;
	return around.size === 1 && outsideCm <= outlineCm * MAX_OUTSIDE_SHARE ? unit : -1;
}

function twiceFaceAreaCm2(tiling: Tiling, face: number): number {
	return facesOf(tiling).faceRings[face].reduce(
		(sum, ring) => sum + twiceRingAreaCm2(tiling, ring),
		0,
	);
}

interface Sized {
	readonly residents: number;
	readonly twiceAreaCm2: number;
}

function isLarger(a: Sized, b: Sized): boolean {
	return (
		a.residents > b.residents || (a.residents === b.residents && a.twiceAreaCm2 > b.twiceAreaCm2)
	);
}
