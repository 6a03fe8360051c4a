// A city's own grid, tied to a known one by four parameters. The parameters are the surveying bureau's, from the
// settings; they are never guessed from data.

export interface LocalGrid {
	/** Asked for as `local:NAME`. */
	readonly name: string;
	/** The grid that the parameters lead to, in metres, e.g. `EPSG:4549`. */
	readonly baseCrs: string;
	/** East and north of the local origin in the base grid, metres. */
	readonly dxM: number;
	readonly dyM: number;
	/** By which the local axes are turned against those of the base, anticlockwise, degrees. */
	readonly rotationDeg: number;
	/** Length in the base grid of one local metre. */
	readonly scale: number;
}

/** From local east and north to those of the base grid (the plane similarity, also called Helmert's with 4 parameters). */
export function baseOfLocal(grid: LocalGrid): (eastM: number, northM: number) => [number, number] {
	const angle = (grid.rotationDeg * Math.PI) / 180;
	const [cos, sin] = [grid.scale * Math.cos(angle), grid.scale * Math.sin(angle)];
	return (eastM, northM) => [
		grid.dxM + cos * eastM - sin * northM,
		grid.dyM + sin * eastM + cos * northM,
	];
}
