// The facilities of a whole city: by unit where a unit operates them, elsewhere one per so many people.
import type { FacilityRecord } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import { at } from "../at.ts";
import { capacityOf, floorAreaOf, hasDoors, labelOf } from "../facilityKinds.ts";
import type { Random } from "../Random.ts";
import type { CityLand } from "./CityLand.ts";
import { placeName } from "./placeNames.ts";
import { ringOf } from "./Ring.ts";
import { type ServiceCount, serviceCounts } from "./serviceCounts.ts";

/** Distance of a facility from its street. */
const SETBACK_M = 6;

interface Placed {
	/** Home beside which it stands. */
	readonly home: number;
	readonly operator: string | null;
	readonly premisesId: string | null;
}

/** By category in the order of the catalogue; names and ids are different. */
export function cityServices(land: CityLand, random: Random): FacilityRecord[] {
	const countOf = new Map(serviceCounts(land.scale).map((each) => [each.code, each]));
	let number = 0;
	return CATEGORIES.flatMap(({ code }) => {
		const count = countOf.get(code);
		if (count === undefined) return [];
		const own = random.fork(code);
		return placesOf(land, count, own).map((placed) => {
			number++;
			return record(land, { ...placed, code, number }, own);
		});
	});
}

function placesOf(land: CityLand, count: ServiceCount, random: Random): Placed[] {
	if (count.by === "committee") return committeePlaces(land, count, random);
	return count.by === "street"
		? streetPlaces(land, count, random)
		: openPlaces(land, count, random);
}

/** In so many committees, evenly; what a committee runs stands in one building. */
function committeePlaces({ codes, firstHome }: CityLand, { count }: ServiceCount, random: Random) {
	const inhabited = [...codes.committeeCode.keys()].filter(
		(committee) => at(firstHome, committee) < at(firstHome, committee + 1),
	);
	const shift = random.next();
	return Array.from({ length: count }, (_, i): Placed => {
		const turn = Math.floor(((i + shift) * inhabited.length) / count);
		const committee = at(inhabited, turn % inhabited.length);
		const operator = at(codes.committeeCode, committee);
		// the same home for all that it runs
		const home = Math.floor((at(firstHome, committee) + at(firstHome, committee + 1)) / 2);
		return { home, operator, premisesId: `P${operator}` };
	});
}

/** One per street-level unit, a second in some; basic management units run some of those. */
function streetPlaces(land: CityLand, { count }: ServiceCount, random: Random): Placed[] {
	const { codes, bmus } = land;
	const streets = codes.streetCode.length;
	return Array.from({ length: count }, (_, i) => {
		const bmu = i < streets ? undefined : bmus[i - streets];
		const street = i % streets;
		const operator = bmu?.code ?? at(codes.streetCode, street);
		const first = bmu?.first ?? at(land.tree.firstCommittee, street);
		const end = bmu?.end ?? at(land.tree.firstCommittee, street + 1);
		return { home: homeIn(land, first, end, random), operator, premisesId: null };
	});
}

function homeIn({ firstHome }: CityLand, first: number, end: number, random: Random): number {
	const [from, to] = [at(firstHome, first), at(firstHome, end)];
	if (from === to) throw new Error(`Nobody lives in committees ${first} to ${end}.`);
	return random.whole(from, to - 1);
}

/** One for every so many people, somewhere among them. Circles run the hubs that stand in them. */
function openPlaces(land: CityLand, { code, count }: ServiceCount, random: Random): Placed[] {
	const { homes, scale } = land;
	const places: Placed[] = [];
	let passed = 0;
	let next = random.next();
	homes.forEach(({ residents }, home) => {
		passed += (residents * count) / scale.residents;
		if (passed < next) return;
		next = places.length + 1 + random.next();
		const operator = code === "ADM-HUB" ? circleAt(land, home) : null;
		places.push({ home, operator, premisesId: null });
	});
	return places;
}

function circleAt({ circles, homes, ground }: CityLand, home: number): string | null {
	const { committee } = at(ground.blocks, at(homes, home).block);
	const circle = circles.find(({ first, end }) => first <= committee && committee < end);
	return circle?.code ?? null;
}

function record(
	land: CityLand,
	{ code, number, home, operator, premisesId }: Placed & { code: string; number: number },
	random: Random,
): FacilityRecord {
	const sites = streetSites(land, home);
	const lonLat = at(sites, home % sites.length);
	const other = at(sites, (home + (sites.length >> 1)) % sites.length);
	const floorAreaM2 =
		floorAreaOf(code, random) ?? (premisesId === null ? null : random.whole(120, 900));
	return {
		id: `F${String(number).padStart(6, "0")}`,
		category: code,
		name: `${placeName(number % 8_000)}${labelOf(code)}${number}`,
		lonLat,
		floorAreaM2,
		serviceAreaM2: null,
		officeAreaM2: null,
		capacity: capacityOf(code, random),
		operatorCode: operator,
		premisesId,
		address: null,
		entrances: hasDoors(code) && other !== lonLat ? [lonLat, other] : [],
	};
}

/** Places just inside the middle of each edge of a home's block. */
function streetSites({ ground, homes }: CityLand, home: number): LonLat[] {
	const { mesh, blocks } = ground;
	const { xs, ys, middleX, middleY } = ringOf(mesh, at(blocks, at(homes, home).block).half);
	return [...xs.keys()].map((i) => {
		const j = (i + 1) % xs.length;
		const [x, y] = [(at(xs, i) + at(xs, j)) / 2, (at(ys, i) + at(ys, j)) / 2];
		const inM = Math.hypot(middleX - x, middleY - y);
		const share = Math.min(0.5, SETBACK_M / inM);
		return mesh.lonLatAt(x + share * (middleX - x), y + share * (middleY - y));
	});
}
