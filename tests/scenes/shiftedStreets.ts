// The demonstration's streets as a bureau would hand them in: a zipped shapefile in GBK whose .cpg says UTF-8, with one
// border drawn twice, a few metres apart, and one name that is not the registered one.
import { readFileSync } from "node:fs";
import { type Square, shapefile } from "./shapefile.ts";
import { zipFile } from "./zipFile.ts";

type Ring = readonly (readonly [number, number])[];
interface Street {
	readonly properties: { readonly code: string; readonly name: string };
	readonly geometry:
		| { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
		| { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] };
}

/** How far a vertex of the common border is moved: over a border of some 200 m that makes about 600 m². */
const SHIFT_M = 6;
const DEGREES_PER_M = 1 / 111_000;
const WGS84 =
	'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

export interface ShiftedStreets {
	readonly zip: Buffer;
	/** The two whose common border was drawn twice, by their registered names. */
	readonly names: readonly [string, string];
	/** As the file has it, and as it is registered. */
	readonly variant: { readonly file: string; readonly registered: string };
	readonly count: number;
}

/** `folder` holds divisions-street.geojson of the demonstration. */
export function shiftedStreets(folder: string): ShiftedStreets {
	const streets = readStreets(folder);
	const [first, second] = [streets[0], streets[1]];
	if (first === undefined || second === undefined) throw new Error("No streets to shift.");
	const squares = streets.map(({ properties: { code, name }, geometry }, index): Square => {
		const rings = ringsOf(geometry);
		return {
			code,
			name: index === 3 ? `${name}办事处` : name,
			corner: null,
			rings: index === 0 ? rings.map((ring) => shifted(ring, ringsOf(second.geometry))) : rings,
		};
	});
	const { shp, shx, dbf } = shapefile(squares);
	const variant = squares[3]?.name ?? "";
	return {
		zip: zipFile([
			{ name: "街道界线.shp", content: shp },
			{ name: "街道界线.shx", content: shx },
			{ name: "街道界线.dbf", content: dbf },
			{ name: "街道界线.prj", content: WGS84 },
			{ name: "街道界线.cpg", content: "UTF-8" },
		]),
		names: [first.properties.name, second.properties.name],
		variant: { file: variant, registered: variant.replace(/办事处$/, "") },
		count: streets.length,
	};
}

function readStreets(folder: string): Street[] {
	const text = readFileSync(`${folder}/divisions-street.geojson`, "utf8");
	return (JSON.parse(text) as { features: Street[] }).features;
}

/** Outer rings clockwise, holes the other way, as a shapefile has them. */
function ringsOf({ type, coordinates }: Street["geometry"]): Ring[] {
	const polygons = type === "Polygon" ? [coordinates] : coordinates;
	return polygons.flatMap((polygon) => polygon.map((ring) => [...ring].reverse()));
}

/** Two vertices in the common border: one moved outwards, so that the units overlap, a later one inwards, for a gap. */
function shifted(ring: Ring, neighbour: readonly Ring[]): Ring {
	const theirs = new Set(neighbour.flat().map(String));
	const common = ring.flatMap((at, i) =>
		[ring[i - 1], at, ring[i + 1]].every((one) => one !== undefined && theirs.has(String(one)))
			? [i]
			: [],
	);
	const [outwards, inwards] = [common.at(0), common.at(-1)];
	if (outwards === undefined || inwards === undefined || inwards - outwards < 2)
		throw new Error("The two streets have no long common border.");
	return ring.map((at, i) => {
		if (i === outwards) return beside(ring, i, SHIFT_M);
		return i === inwards ? beside(ring, i, -SHIFT_M) : at;
	});
}

/** Vertex `i` moved to the left of the way it is walked: outwards in a clockwise ring. */
function beside(ring: Ring, i: number, metres: number): readonly [number, number] {
	const [before, at, after] = [ring[i - 1], ring[i], ring[i + 1]];
	if (before === undefined || at === undefined || after === undefined)
		throw new Error("No vertex.");
	const squeeze = Math.cos((at[1] * Math.PI) / 180);
	const [east, north] = [(after[0] - before[0]) * squeeze, after[1] - before[1]];
	const degrees = (metres * DEGREES_PER_M) / Math.hypot(east, north);
	return [at[0] - (north * degrees) / squeeze, at[1] + east * degrees];
}
