// Declared exceptions to contiguity: a bridge or a ferry joins two cells, a 飞地 may lie apart. Each with its reason.
import type { ContiguityException } from "../city/records.ts";
import { facesOf } from "./faces.ts";
import type { FaceLink } from "./rims.ts";
import type { Tiling } from "./Tiling.ts";

export interface ReadExceptions {
	/** Faces that count as neighbours: the largest face of each of the two cells. */
	readonly links: readonly FaceLink[];
	/** The exception that lets a cell lie apart, by cell. */
	readonly apart: ReadonlyMap<number, ContiguityException>;
}

/** What exceptions mean on a tiling; those that name cells it does not have do not count. */
export function readExceptions(
	tiling: Tiling,
	exceptions: readonly ContiguityException[],
): ReadExceptions {
	if (exceptions.length === 0) return { links: [], apart: new Map() };
	const cellOf = new Map(tiling.cellCode.map((code, cell) => [code, cell]));
	const { cellFirstFace } = facesOf(tiling);
	const links: FaceLink[] = [];
	const apart = new Map<number, ContiguityException>();
	for (const exception of exceptions) {
		const cells = exception.cells.flatMap((code) => cellOf.get(code) ?? []);
		if (cells.length < exception.cells.length) continue;
		if (exception.kind === "exclave") apart.set(cells[0], exception);
		else if (cells[0] !== cells[1]) links.push([cellFirstFace[cells[0]], cellFirstFace[cells[1]]]);
	}
	return { links, apart };
}
