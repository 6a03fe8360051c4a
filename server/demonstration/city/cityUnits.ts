// The units of all five layers as records. Larger units are dissolved from their committees, corner for corner.
import type { UnitRecord } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import type { CityLand, CommitteeRange } from "./CityLand.ts";
import { dissolve } from "./dissolve.ts";

type Own = Pick<UnitRecord, "kind" | "code" | "name"> & Partial<UnitRecord>;

/** Residents to a household. */
const HOUSEHOLD = 2.5;

/** From the district down. `seats`: places of the street-level offices by unit code. */
export function cityUnits(
	land: CityLand,
	seats: ReadonlyMap<string, LonLat>,
	random: Random,
): UnitRecord[] {
	const { tree, codes, circles, bmus } = land;
	const { firstCommittee, firstStreet } = tree;
	const record = (own: Own, first: number, end: number): UnitRecord => {
		const residents = Math.round(residentsOf(land, first, end) * random.between(0.98, 1.02));
		return {
			parentCode: null,
			streetKind: null,
			zone: null,
			declaredResidents: residents,
			declaredHouseholds: Math.round(residents / HOUSEHOLD),
			seat: seats.get(own.code) ?? null,
			polygons: [[outlineOf(land, first, end)]],
			...own,
		};
	};
	const group = (kind: "circle" | "bmu") => (range: CommitteeRange) => {
		const { code, name, parentCode, first, end } = range;
		return record({ kind, code, name, parentCode }, first, end);
	};
	const districts = codes.districtCode.map((code, i) => {
		const [first, end] = [at(firstStreet, i), at(firstStreet, i + 1)];
		const name = at(codes.districtName, i);
		return record(
			{ kind: "district", code, name },
			at(firstCommittee, first),
			at(firstCommittee, end),
		);
	});
	const streets = codes.streetCode.map((code, i) => {
		const [name, streetKind] = [at(codes.streetName, i), at(codes.streetKind, i)];
		const parentCode = at(codes.districtCode, at(codes.districtOf, i));
		const own: Own = { kind: "street", code, name, parentCode, streetKind };
		return record(own, at(firstCommittee, i), at(firstCommittee, i + 1));
	});
	const committees = codes.committeeCode.map((code, i) => {
		const [name, zone] = [at(codes.committeeName, i), at(codes.zone, i)];
		const parentCode = at(codes.streetCode, at(codes.streetOf, i));
		return record({ kind: "committee", code, name, parentCode, zone }, i, i + 1);
	});
	return [
		...districts,
		...streets,
		...committees,
		...bmus.map(group("bmu")),
		...circles.map(group("circle")),
	];
}

function residentsOf({ homes, firstHome }: CityLand, first: number, end: number): number {
	let residents = 0;
	for (let home = at(firstHome, first); home < at(firstHome, end); home++)
		residents += at(homes, home).residents;
	return residents;
}

function outlineOf({ territory }: CityLand, first: number, end: number): LonLat[] {
	const { mesh, committeeRing } = territory;
	const corners = dissolve(committeeRing.slice(first, end));
	return [...corners, at(corners, 0)].map((corner) => mesh.lonLat(corner));
}
