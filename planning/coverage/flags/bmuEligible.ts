// Connected committees of one town, in no basic management unit, large enough to be one. The criteria are uncertain.
import { areaM2 } from "../../city/geodesicArea.ts";
import type { UnitRecord } from "../../city/records.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag } from "../analysis.ts";
import { unitAt } from "../located.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { idsOf, residentsOf, rounded, unitWhereabouts } from "./flagParts.ts";
import { connectedCells } from "./territory.ts";

/** Village committees are not urbanised and do not count; a BMU lies in a town, never in a sub-district. */
export const bmuEligible: FlagFinder = {
	code: "bmu-eligible",
	isOn: true,
	find: (evidence) =>
		evidence.surveyed.located.tree.units
			.filter(({ kind, streetKind }) => kind === "street" && streetKind === "town")
			.flatMap((town) =>
				connectedCells(evidence.territory(), freeCells(evidence, town)).flatMap((cells) =>
					flagsOf(evidence, town, cells),
				),
			),
};

/** Urbanised cells of a town outside any basic management unit. */
function freeCells({ surveyed: { located } }: Evidence, town: UnitRecord): number[] {
	return located.tree.cellsOf(town).filter((cell) => {
		const committee = unitAt(located, cell, "committee");
		const isUrbanised = committee !== undefined && committee.zone !== "village";
		return isUrbanised && unitAt(located, cell, "bmu") === undefined;
	});
}

function flagsOf(evidence: Evidence, town: UnitRecord, cells: readonly number[]): Flag[] {
	const { surveyed } = evidence;
	const { located, city } = surveyed;
	const codes = new Set(cells.map((cell) => unitAt(located, cell, "committee")?.code));
	const committees = evidence
		.statistics()
		.filter(({ unit }) => unit.kind === "committee" && codes.has(unit.code));
	const areaKm2 = cells.reduce((sum, cell) => sum + areaM2(city.cells[cell].polygons), 0) / 1e6;
	const judged = committees.reduce(
		(sum, { unit, residents }) => sum + (unit.declaredResidents ?? residents),
		0,
	);
	const { bmuMinAreaKm2, bmuMinResidents } = THRESHOLDS;
	if (areaKm2 < bmuMinAreaKm2.value || judged < bmuMinResidents.value) return [];
	const residences = evidence.residencesIn(cells);
	const place = cells.flatMap((cell) => city.cells[cell].polygons);
	return [
		{
			id: `bmu-eligible:${town.code}:${city.cells[cells[0]].code}`,
			flag: "bmu-eligible",
			category: null,
			unitCodes: [town.code, ...committees.map(({ unit }) => unit.code)],
			...unitWhereabouts(surveyed, { ...town, seat: null, polygons: place }),
			residents: residentsOf(surveyed, residences),
			residenceIds: idsOf(surveyed, residences),
			rule:
				`镇内城市化区域约 ${bmuMinAreaKm2.value} 平方公里、常住 ${bmuMinResidents.value} 人以上且集中连片，可研究设立基本管理单元（${bmuMinAreaKm2.source}） / ` +
				`A connected urbanised area of a town of ${bmuMinAreaKm2.value} km² and ${bmuMinResidents.value} residents may become a basic management unit`,
			confidence: bmuMinResidents.confidence,
			lever: "boundary",
			figures: {
				townName: town.name,
				committees: committees.length,
				areaKm2: rounded(areaKm2, 2),
				minAreaKm2: bmuMinAreaKm2.value,
				judgedResidents: judged,
				minResidents: bmuMinResidents.value,
				residenceResidents: residentsOf(surveyed, residences),
			},
		},
	];
}
