// Streets of real cities with homes and doors strewn over them, the same every time; Porto Alegre's are its hexagons.
import { readFileSync } from "node:fs";
import { metresPerDegree } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import type { BarrierLines, StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { collectStreets } from "../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../server/imports/osm/readOsm.ts";
import { numbersFrom } from "../bench/reach/desert.ts";

export interface RealStreets {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly homes: readonly LonLat[];
	/** Residents of each home; 1 where nobody counted them. */
	readonly residents: readonly number[];
	readonly doors: readonly LonLat[];
}

export const REAL_CITIES = ["Monaco", "Porto Alegre", "Porto"] as const;
export type RealCity = (typeof REAL_CITIES)[number];

const FILES: Readonly<Record<RealCity, string>> = {
	Monaco: "osm-dev/monaco_2016.osm.pbf",
	"Porto Alegre": "osm-dev/poa_osm.pbf",
	Porto: "osm-scale/porto_portugal.osm.pbf",
};

/** `pathOf` gives the path of a file of the real data. */
export async function realStreets(
	city: RealCity,
	pathOf: (file: string) => string,
): Promise<RealStreets> {
	const { waySet } = await collectStreets(readOsm(pathOf(FILES[city])));
	const { graph, barriers } = compileStreets(waySet);
	const places =
		city === "Porto Alegre"
			? hexagons(pathOf("population-dev/poa_hexgrid.csv"))
			: strewn(graph, city === "Monaco" ? 8 : 120);
	return { graph, barriers, ...places };
}

/** 2,000 homes within 30 m of junctions and so many doors at junctions. */
function strewn({ nodeLonLat }: StreetGraph, doorCount: number) {
	const random = numbersFrom(1);
	const nodeCount = nodeLonLat.length / 2;
	const near = (radiusM: number): LonLat => {
		const node = Math.floor(random() * nodeCount);
		const [lon, lat] = [nodeLonLat[2 * node], nodeLonLat[2 * node + 1]];
		const { lonM, latM } = metresPerDegree(lat);
		const offM = () => (2 * random() - 1) * radiusM;
		return [lon + offM() / lonM, lat + offM() / latM];
	};
	const doors = Array.from({ length: doorCount }, () => near(10));
	const homes = Array.from({ length: 2_000 }, () => near(30));
	return { homes, residents: homes.map(() => 1), doors };
}

/** Centres of hexagons with their population; doors are those with a health centre. */
function hexagons(path: string) {
	const [header, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
	const columns = header.split(",");
	const rows = lines.map((line) => {
		const values = line.split(",");
		const number = (column: string) => Number(values[columns.indexOf(column)]);
		const lonLat: LonLat = [number("lon"), number("lat")];
		return { lonLat, residents: number("population"), clinics: number("healthcare") };
	});
	return {
		homes: rows.map(({ lonLat }) => lonLat),
		residents: rows.map(({ residents }) => residents),
		doors: rows.filter(({ clinics }) => clinics > 0).map(({ lonLat }) => lonLat),
	};
}
