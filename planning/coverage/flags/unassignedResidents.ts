// Residents outside any committee: 管理服务有效覆盖常住人口 asks that there be none.
import type { Flag } from "../analysis.ts";
import { unitAt } from "../located.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";

/** One flag per cluster of residences; only where a layer of committees exists. */
export const unassignedResidents: FlagFinder = {
	code: "unassigned-residents",
	isOn: true,
	find(evidence) {
		const { located, city } = evidence.surveyed;
		if (!located.tree.units.some(({ kind }) => kind === "committee")) return [];
		const outside = Int32Array.from(city.residences.keys()).filter(
			(residence) => unitAt(located, located.residenceCell[residence], "committee") === undefined,
		);
		if (outside.length === 0) return [];
		return evidence.clusters(outside, Number.MIN_VALUE).map((cluster) => flagOf(evidence, cluster));
	},
};

function flagOf(evidence: Evidence, cluster: Int32Array): Flag {
	const { city } = evidence.surveyed;
	const facts = evidence.factsOf(cluster);
	return {
		id: `unassigned-residents:${city.residences[cluster[0]].id}`,
		flag: "unassigned-residents",
		category: null,
		unitCodes: facts.unitCodes,
		residents: facts.residents,
		residenceIds: facts.residenceIds,
		rule:
			"管理服务应有效覆盖常住人口：居住点不在任何居村委会范围内（沪民基发〔2021〕7号 (三)） / " +
			"Residents outside the range of any committee",
		confidence: "verified",
		lever: "boundary",
		figures: {
			residences: cluster.length,
			residentsByStreet: facts.figures.residentsByStreet,
		},
		at: facts.at,
		place: facts.place,
	};
}
