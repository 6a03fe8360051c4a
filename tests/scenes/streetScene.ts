// Streets drawn in metres from an origin on the equator side of nowhere, for tests that calculate by hand.
import { metresPerDegree } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Way, WaySet } from "../../planning/streets/Way.ts";

export type Tags = Record<string, string>;
const ORIGIN: LonLat = [121, 31];

/** A position `eastM`, `northM` metres from the scene's origin. */
export function at(eastM: number, northM: number): LonLat {
	const { lonM, latM } = metresPerDegree(ORIGIN[1]);
	return [ORIGIN[0] + eastM / lonM, ORIGIN[1] + northM / latM];
}

/** Named places and the ways between them: `streetScene({ a: [0, 0], b: [100, 0] }).way("a b", { highway: "residential" })`. */
export function streetScene(places: Record<string, readonly [eastM: number, northM: number]>) {
	return new StreetScene(places);
}

class StreetScene implements WaySet {
	readonly ways: Way[] = [];
	readonly lonOf = new Map<number, number>();
	readonly latOf = new Map<number, number>();
	readonly nodeTags = new Map<number, Tags>();
	private readonly idOf = new Map<string, number>();

	constructor(places: Record<string, readonly [number, number]>) {
		for (const [name, [eastM, northM]] of Object.entries(places)) {
			const id = this.idOf.size + 1;
			this.idOf.set(name, id);
			const [lon, lat] = at(eastM, northM);
			this.lonOf.set(id, lon);
			this.latOf.set(id, lat);
		}
	}

	/** A way through places named in order. */
	way(names: string, tags: Tags = { highway: "residential" }): this {
		const nodeIds = names.split(" ").map((name) => this.id(name));
		this.ways.push({ id: this.ways.length + 1, tags, nodeIds });
		return this;
	}

	/** Tags on a place: a gate, a bollard. */
	mark(name: string, tags: Tags): this {
		this.nodeTags.set(this.id(name), tags);
		return this;
	}

	private id(name: string): number {
		const id = this.idOf.get(name);
		if (id === undefined) throw new Error(`No place ${name} in this scene.`);
		return id;
	}
}

/** A desert grid: `columns` × `rows` junctions, `blockM` apart, named "column,row". */
export function desertGrid({
	columns,
	rows,
	blockM,
}: {
	columns: number;
	rows: number;
	blockM: number;
}): StreetScene {
	const places: Record<string, [number, number]> = {};
	for (let column = 0; column < columns; column++)
		for (let row = 0; row < rows; row++)
			places[`${column},${row}`] = [column * blockM, row * blockM];
	const scene = new StreetScene(places);
	for (let row = 0; row < rows; row++)
		scene.way(Array.from({ length: columns }, (_, column) => `${column},${row}`).join(" "));
	for (let column = 0; column < columns; column++)
		scene.way(Array.from({ length: rows }, (_, row) => `${column},${row}`).join(" "));
	return scene;
}
