// Districts, street-level units and committees of a whole city, and circles and basic management units of some.
import type { UnitRecord, Zone } from "../../../planning/city/records.ts";
import type { MultiPolygonRings } from "../../../planning/geo/LonLat.ts";
import type { Random } from "../Random.ts";
import { type Fabric, remoteness } from "./Fabric.ts";
import { growRegions, regionNeighbours, squareNeighbours } from "./growRegions.ts";
import { traceOutlines } from "./traceOutlines.ts";

export interface CityUnits {
	readonly units: readonly UnitRecord[];
	/** Index of the committee of each square of the lattice. */
	readonly committeeOfSquare: Int32Array;
	readonly committeeCode: readonly string[];
	readonly committeeZone: readonly Zone[];
	/** Code of the street-level unit of each committee. */
	readonly streetOfCommittee: readonly string[];
}

const COLUMNS = 75;
const ROWS = 80;
const STREETS = 220;
const DISTRICTS = 16;
const FIRST = [..."江浦澜汀石禾柳桐云南鹤沙泽杨梅松竹兰荷莲"];
const SECOND = [..."临渡荫桥埭浜湾泾港浦庙园坊里堰塘溪洲岸陵"];

/** All layers; outlines share every corner, so that they tile. */
export function cityUnits(fabric: Fabric, random: Random): CityUnits {
	const squares = fabric.side - 1;
	const count = COLUMNS * ROWS;
	const seeds = Array.from({ length: count }, (_, i) => {
		const place = (index: number, of: number) =>
			Math.floor(((index + random.between(0.2, 0.8)) * squares) / of);
		return place(Math.floor(i / COLUMNS), ROWS) * squares + place(i % COLUMNS, COLUMNS);
	});
	const committeeOfSquare = growRegions(squares ** 2, squareNeighbours(squares), seeds, random);
	const beside = regionNeighbours(committeeOfSquare, squares, count);
	const streetOf = growRegions(count, beside, spread(count, STREETS, random), random);
	const streetOfSquare = committeeOfSquare.map((committee) => streetOf[committee] as number);
	const besideStreet = regionNeighbours(streetOfSquare, squares, STREETS);
	const districtOf = growRegions(STREETS, besideStreet, spread(STREETS, DISTRICTS, random), random);
	const districtOfSquare = streetOfSquare.map((street) => districtOf[street] as number);

	const districtCode = (district: number) => `3199${digits(district + 1, 2)}000000`;
	const streetCodes = numbered(
		districtOf,
		(district, nth) => `3199${digits(district + 1, 2)}${digits(nth, 3)}000`,
	);
	const committeeCode = numbered(
		streetOf,
		(street, nth) => `${streetCodes[street]?.slice(0, 9)}${digits(nth, 3)}`,
	);
	const committeeZone = seeds.map((square) =>
		zoneAt(remoteness(squares, square % squares, Math.floor(square / squares))),
	);
	const isTown = Array.from({ length: STREETS }, (_, street) => {
		const own = committeeZone.filter((_, committee) => streetOf[committee] === street);
		return own.filter((zone) => zone !== "urban").length * 2 > own.length;
	});
	const outlines = (region: Int32Array, of: number) =>
		traceOutlines(region, squares, of, fabric.lonLat);
	const units = [
		...outlines(districtOfSquare, DISTRICTS).map((polygons, district) =>
			record(
				{ kind: "district", code: districtCode(district), name: `${word(7 * district)}区` },
				polygons,
			),
		),
		...outlines(streetOfSquare, STREETS).map((polygons, street) =>
			record(
				{
					kind: "street",
					code: streetCodes[street] as string,
					name: `${word(street)}${isTown[street] ? "镇" : "街道"}`,
					parentCode: districtCode(districtOf[street] as number),
					streetKind: isTown[street] ? "town" : "subdistrict",
				},
				polygons,
			),
		),
		...outlines(committeeOfSquare, count).map((polygons, committee) =>
			record(
				{
					kind: "committee",
					code: committeeCode[committee] as string,
					name: `${word(committee * 3 + 1)}${Math.floor(committee / 400) + 1}${committeeZone[committee] === "village" ? "村" : "居委会"}`,
					parentCode: streetCodes[streetOf[committee] as number] as string,
					zone: committeeZone[committee] as Zone,
				},
				polygons,
			),
		),
	];
	return {
		units,
		committeeOfSquare,
		committeeCode,
		committeeZone,
		streetOfCommittee: [...streetOf].map((street) => streetCodes[street] as string),
	};
}

function record(
	own: Pick<UnitRecord, "kind" | "code" | "name"> & Partial<UnitRecord>,
	polygons: MultiPolygonRings,
): UnitRecord {
	return {
		parentCode: null,
		streetKind: null,
		zone: null,
		declaredResidents: null,
		declaredHouseholds: null,
		seat: null,
		...own,
		polygons,
	};
}

function zoneAt(remote: number): Zone {
	if (remote < 0.7) return "urban";
	if (remote < 0.8) return "new-town";
	return remote < 0.88 ? "market-town" : "village";
}

/** Different pieces, anywhere. */
function spread(count: number, wanted: number, random: Random): number[] {
	const chosen = new Set<number>();
	while (chosen.size < wanted) chosen.add(random.whole(0, count - 1));
	return [...chosen];
}

/** A code for each member by its group and its number within the group, from 1. */
function numbered(groupOf: Int32Array, code: (group: number, nth: number) => string): string[] {
	const last = new Map<number, number>();
	return [...groupOf].map((group) => {
		const nth = (last.get(group) ?? 0) + 1;
		last.set(group, nth);
		return code(group, nth);
	});
}

function digits(value: number, length: number): string {
	return String(value).padStart(length, "0");
}

function word(index: number): string {
	const first = FIRST[index % FIRST.length] as string;
	return first + (SECOND[Math.floor(index / FIRST.length) % SECOND.length] as string);
}
