// Polygons that almost fit become a tiling, and everything that does not fit is told.
import { findTroubles } from "./build/findTroubles.ts";
import type { CellOutline, Trouble } from "./build/Outline.ts";
import { ownersOf } from "./build/owners.ts";
import { type SubdivideOptions, type Subdivision, subdivide } from "./build/Subdivision.ts";
import { tilingOf } from "./build/tilingOf.ts";
import type { Tiling } from "./Tiling.ts";

export interface BuiltTiling {
	readonly tiling: Tiling;
	readonly troubles: readonly Trouble[];
	/** What the tiling was made of; mends choose among its faces. */
	readonly subdivision: Subdivision;
}

/**
 * The tiling of cells given in degrees, in whatever order, with whatever faults; never throws on account of them.
 * Where outlines fit, the shapes come out as they went in, to the centimetre. An overlap is kept by the smallest code and
 * a gap by nobody until a person decides; both are troubles.
 */
export function buildTiling(
	outlines: readonly CellOutline[],
	options: SubdivideOptions = {},
): BuiltTiling {
	const subdivision = subdivide(outlines, options);
	return {
		tiling: tilingOf(subdivision, ownersOf(subdivision)),
		troubles: findTroubles(subdivision),
		subdivision,
	};
}
