// Nobody's facility is near: residents under-served by the network of facilities.
import type { Category } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag } from "../analysis.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import {
	limitConfidence,
	limitWords,
	medianMinutes,
	residentsOf,
	rounded,
	unitsOf,
	whereabouts,
} from "./flagParts.ts";

/** Single-linkage clusters of residences beyond the limit of a category that the city has at all. */
export const facilityGap: FlagFinder = {
	code: "facility-gap",
	isOn: true,
	findIn(evidence, category) {
		const gap = evidence.causes(category.code)?.gap;
		if (gap === undefined || gap.length === 0) return [];
		return evidence
			.links()
			.clusters(gap)
			.filter(
				(cluster) => residentsOf(evidence.surveyed, cluster) >= THRESHOLDS.gapMinResidents.value,
			)
			.map((cluster) => flagOf(evidence, category, cluster));
	},
};

function flagOf(evidence: Evidence, category: Category, cluster: Int32Array): Flag {
	const { surveyed } = evidence;
	const walks = evidence.timesOf(category.code, "any");
	const { zh, en } = limitWords(category);
	const { unitCodes, residentsByStreet, residentsByCommittee } = unitsOf(surveyed, cluster);
	const minimum = THRESHOLDS.gapMinResidents.value;
	return {
		id: `facility-gap:${category.code}:${surveyed.city.residences[cluster[0]].id}`,
		flag: "facility-gap",
		category: category.code,
		unitCodes,
		...whereabouts(surveyed, cluster),
		rule:
			`${category.nameZh}：${zh}；相连居住点合计 ≥ ${minimum} 人不可达（${category.source}；人数下限为系统默认值） / ` +
			`${category.nameEn}: ${en}; linked residences of at least ${minimum} residents without one`,
		confidence: limitConfidence(category),
		lever: "facility",
		figures: {
			limitMinutes: category.basis === "minutes" ? category.walkMinutes : null,
			limitM: category.basis === "metres" ? category.radiusM : null,
			residences: cluster.length,
			medianWalkMinutes: walks === undefined ? null : medianMinutes(surveyed, walks, cluster),
			linkM: rounded(evidence.links().linkM, 1),
			residentsByStreet,
			residentsByCommittee,
		},
	};
}
