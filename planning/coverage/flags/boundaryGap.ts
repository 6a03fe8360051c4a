// Near a neighbour's facility, far from their own: residents under-served by the boundary.
import type { UnitRecord } from "../../city/records.ts";
import type { Category } from "../../standards/catalogue.ts";
import { type Flag, REASONS } from "../analysis.ts";
import { medianMinutes } from "../gaps/medianMinutes.ts";
import { unitAt } from "../located.ts";
import { servedUnit } from "../operators.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { FlagOnDemand } from "./FlagOnDemand.ts";
import { limitConfidence, limitWords, sortedRecord, whereabouts } from "./flagParts.ts";
import { connectedCells } from "./territory.ts";

/** Connected cells with the same category, present unit and serving unit. */
export const boundaryGap: FlagFinder = {
	code: "boundary-gap",
	isOn: true,
	findIn: (evidence, category) =>
		category.basis === "minutes" && category.ownUnit === "yes" ? gapsOf(evidence, category) : [],
};

interface Pair {
	readonly present: UnitRecord | undefined;
	readonly serving: UnitRecord;
	/** Residences by cell. */
	readonly cells: Map<number, number[]>;
}

function gapsOf(evidence: Evidence, category: Category): Flag[] {
	return [...pairsOf(evidence, category).values()].flatMap((pair) =>
		connectedCells(evidence.territory(), [...pair.cells.keys()]).map((cells) => {
			const residences = Int32Array.from(
				cells.flatMap((cell) => pair.cells.get(cell) ?? []),
			).sort();
			const id = `boundary-gap:${category.code}:${pair.present?.code ?? ""}:${pair.serving.code}:${evidence.surveyed.residenceIds[residences[0]]}`;
			const make = () => flagOf(evidence, category, pair, { id, cells, residences });
			return new FlagOnDemand("boundary-gap", id, make);
		}),
	);
}

/** Residences with any ≤ limit and own > limit though an own facility exists, by present and serving unit. */
function pairsOf(evidence: Evidence, category: Category): ReadonlyMap<string, Pair> {
	const { located } = evidence.surveyed;
	const any = evidence.timesOf(category.code, "any");
	const own = evidence.timesOf(category.code, "own");
	const pairs = new Map<string, Pair>();
	if (any === undefined || own === undefined) return pairs;
	own.reason.forEach((reason, residence) => {
		if (any.within[residence] === 0 || REASONS[reason] !== "beyond") return;
		const serving = servedUnit(located.operators[any.facility[residence]], located.tree);
		if (serving === undefined) return; // nobody's facility: no boundary decides about it
		const cell = located.residenceCell[residence];
		const present = unitAt(located, cell, serving.kind);
		const key = `${serving.kind} ${present?.code ?? ""} ${serving.code}`;
		const pair = pairs.get(key) ?? { present, serving, cells: new Map() };
		pairs.set(key, pair);
		const residences = pair.cells.get(cell);
		if (residences === undefined) pair.cells.set(cell, [residence]);
		else residences.push(residence);
	});
	return pairs;
}

function flagOf(
	evidence: Evidence,
	category: Category,
	pair: Pair,
	{ id, cells, residences }: { id: string; cells: readonly number[]; residences: Int32Array },
): Flag {
	const { surveyed } = evidence;
	const { present, serving } = pair;
	const { zh, en } = limitWords(category);
	const any = evidence.timesOf(category.code, "any");
	const own = evidence.timesOf(category.code, "own");
	const place = whereabouts(surveyed, residences);
	const byCell = cells.map((cell) => [surveyed.city.cells[cell].code, residentsIn(cell)] as const);
	return {
		id,
		flag: "boundary-gap",
		category: category.code,
		unitCodes: [...(present === undefined ? [] : [present.code]), serving.code],
		...place,
		rule:
			`${category.nameZh}：${zh}内有邻近单元的设施，本单元的设施超出（${category.source}；属地口径为可编辑默认值） / ` +
			`${category.nameEn}: a neighbour's within ${en}, one's own unit's beyond`,
		confidence: limitConfidence(category),
		lever: "boundary",
		figures: {
			limitMinutes: category.walkMinutes,
			presentUnit: present?.code ?? null,
			presentUnitName: present?.name ?? null,
			servingUnit: serving.code,
			servingUnitName: serving.name,
			unitKind: serving.kind,
			residences: residences.length,
			medianAnyMinutes: any === undefined ? null : medianMinutes(surveyed.walkers, any, residences),
			medianOwnMinutes: own === undefined ? null : medianMinutes(surveyed.walkers, own, residences),
			residentsByCell: sortedRecord(byCell),
		},
	};

	function residentsIn(cell: number): number {
		return (pair.cells.get(cell) ?? []).reduce(
			(sum, r) => sum + surveyed.city.residences[r].residents,
			0,
		);
	}
}
