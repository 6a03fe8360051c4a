// Nobody's facility is near: residents under-served by the network of facilities.
import type { Category } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag } from "../analysis.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { limitConfidence, limitWords, medianMinutes, rounded } from "./flagParts.ts";

/** Single-linkage clusters of residences beyond the limit of a category that the city has at all. */
export const facilityGap: FlagFinder = {
	code: "facility-gap",
	isOn: true,
	findIn(evidence, category) {
		const gap = evidence.causes(category.code)?.gap;
		if (gap === undefined || gap.length === 0) return [];
		const clusters = evidence.links().clusters(gap, THRESHOLDS.gapMinResidents.value);
		const words = wordsOf(category);
		return clusters.map((cluster) => flagOf(evidence, category, words, cluster));
	},
};

/** What all flags of a category say. */
function wordsOf(category: Category): Pick<Flag, "rule" | "confidence"> {
	const { zh, en } = limitWords(category);
	const minimum = THRESHOLDS.gapMinResidents.value;
	return {
		rule:
			`${category.nameZh}：${zh}；相连居住点合计 ≥ ${minimum} 人不可达（${category.source}；人数下限为系统默认值） / ` +
			`${category.nameEn}: ${en}; linked residences of at least ${minimum} residents without one`,
		confidence: limitConfidence(category),
	};
}

function flagOf(
	evidence: Evidence,
	category: Category,
	{ rule, confidence }: Pick<Flag, "rule" | "confidence">,
	cluster: Int32Array,
): Flag {
	const { surveyed } = evidence;
	const walks = evidence.timesOf(category.code, "any");
	const facts = evidence.factsOf(cluster);
	return {
		id: `facility-gap:${category.code}:${surveyed.residenceIds[cluster[0]]}`,
		flag: "facility-gap",
		category: category.code,
		unitCodes: facts.unitCodes,
		residents: facts.residents,
		residenceIds: facts.residenceIds,
		rule,
		confidence,
		lever: "facility",
		figures: {
			limitMinutes: category.basis === "minutes" ? category.walkMinutes : null,
			limitM: category.basis === "metres" ? category.radiusM : null,
			residences: cluster.length,
			medianWalkMinutes: walks === undefined ? null : medianMinutes(surveyed, walks, cluster),
			linkM: rounded(evidence.links().linkM, 1),
			residentsByStreet: facts.residentsByStreet,
			residentsByCommittee: facts.residentsByCommittee,
		},
		at: facts.at,
		place: facts.place,
	};
}
