// The units of all five layers as records: shapes merged from cells, declared population, seats.
import type { FacilityRecord, UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { at } from "./at.ts";
import type { BorderMisfit } from "./borderMisfit.ts";
import type { CommitteeGroup } from "./groupCommittees.ts";
import type { Land } from "./layOutCity.ts";
import { outlineOf } from "./outline.ts";

export interface Groups {
	readonly circles: readonly CommitteeGroup[];
	readonly bmu: CommitteeGroup;
	readonly misfit: BorderMisfit;
}

/** All units, by layer from the district down; a declared figure differs a little from the sum of residences. */
export function unitRecords(
	land: Land,
	{ circles, bmu, misfit }: Groups,
	facilities: readonly FacilityRecord[],
): UnitRecord[] {
	const { plan, lattice, territory, homes } = land;
	const random = land.random.fork("declared");
	const seats = new Map<string, LonLat>();
	for (const { category, operatorCode, lonLat } of facilities)
		if (
			(category === "ADM-SUB" || category === "ADM-NC") &&
			operatorCode !== null &&
			!seats.has(operatorCode)
		)
			seats.set(operatorCode, lonLat);
	const cells = [...lattice.unitOf.keys()].filter((cell) => at(lattice.unitOf, cell) !== ".");
	const record = (
		unit: Pick<UnitRecord, "kind" | "code" | "name" | "parentCode"> & Partial<UnitRecord>,
		own: readonly number[],
	): UnitRecord => {
		const inside = new Set(own);
		let [residents, households] = [0, 0];
		for (const home of homes)
			if (inside.has(home.cell)) {
				residents += home.residents;
				households += home.households;
			}
		const shift = 1 + random.between(-0.02, 0.02);
		return {
			streetKind: null,
			zone: null,
			declaredResidents: Math.round(residents * shift),
			declaredHouseholds: Math.round(households * shift),
			seat: seats.get(unit.code) ?? null,
			polygons: outlineOf(lattice, own),
			...unit,
		};
	};

	const drawn = (letter: string) =>
		outlineOf(
			lattice,
			cells.filter((cell) => {
				const side = cell === misfit.cell ? misfit.other.letter : at(lattice.unitOf, cell);
				return side === letter;
			}),
		);
	const cellsOf = (members: readonly number[]) =>
		members.flatMap((member) => at(territory.committees, member).cells);
	return [
		record(
			{ kind: "district", code: plan.districtCode, name: plan.districtName, parentCode: null },
			cells,
		),
		...plan.units.map(({ letter, code, name, streetKind }) =>
			record(
				{
					kind: "street",
					code,
					name,
					parentCode: plan.districtCode,
					streetKind,
					polygons: drawn(letter),
				},
				cells.filter((cell) => at(lattice.unitOf, cell) === letter),
			),
		),
		...territory.committees.map(({ code, name, unit, zone, cells: own }) =>
			record({ kind: "committee", code, name, parentCode: unit.code, zone }, own),
		),
		record({ kind: "bmu", ...namesOf(bmu) }, cellsOf(bmu.members)),
		...circles.map((circle) =>
			record({ kind: "circle", ...namesOf(circle) }, cellsOf(circle.members)),
		),
	];
}

function namesOf({ code, name, parentCode }: CommitteeGroup) {
	return { code, name, parentCode };
}
