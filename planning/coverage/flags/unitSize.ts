// Units too large or too small: judged on declared figures where committed, else on the sum of residences; both shown.
import { type Rule, THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag, FlagCode } from "../analysis.ts";
import type { UnitStatistics } from "../unitStatistics.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { unitWhereabouts } from "./flagParts.ts";

/** More households than one committee should hold; the law's 100–700 is shown as reference only. */
export const committeeTooLarge: FlagFinder = {
	code: "committee-too-large",
	isOn: true,
	find: (evidence) =>
		sizeFlags(evidence, {
			code: "committee-too-large",
			kind: "committee",
			rule: THRESHOLDS.committeeMaxHouseholds,
			isBroken: (statistics, limit) => statistics.judgedHouseholds > limit,
			words: (limit) =>
				`居（村）委会一般不超过 ${limit} 户（法定参考 100–700 户） / A committee holds at most ${limit} households (100–700 in law, for reference)`,
		}),
};

/** Street-level units only. */
export const unitTooLarge: FlagFinder = {
	code: "unit-too-large",
	isOn: true,
	find: (evidence) =>
		sizeFlags(evidence, {
			code: "unit-too-large",
			kind: "street",
			rule: THRESHOLDS.unitMaxResidents,
			isBroken: (statistics, limit) => judgedResidents(statistics) > limit,
			words: (limit) =>
				`街镇常住人口超过 ${limit} 人，宜研究析出 / A street-level unit above ${limit} residents may be split`,
		}),
};

/** Off: no source read so far gives a least size for Shanghai. */
export const unitTooSmall: FlagFinder = {
	code: "unit-too-small",
	isOn: false,
	find: (evidence) =>
		sizeFlags(evidence, {
			code: "unit-too-small",
			kind: "street",
			rule: THRESHOLDS.bmuMinResidents,
			isBroken: (statistics, limit) => judgedResidents(statistics) < limit,
			words: (limit) =>
				`街镇常住人口少于 ${limit} 人 / A street-level unit below ${limit} residents`,
		}),
};

interface SizeRule {
	readonly code: FlagCode;
	readonly kind: "committee" | "street";
	readonly rule: Rule<number>;
	readonly isBroken: (statistics: UnitStatistics, limit: number) => boolean;
	readonly words: (limit: number) => string;
}

function judgedResidents({ unit, residents }: UnitStatistics): number {
	return unit.declaredResidents ?? residents;
}

function sizeFlags(evidence: Evidence, { code, kind, rule, isBroken, words }: SizeRule): Flag[] {
	return evidence
		.statistics()
		.filter((statistics) => statistics.unit.kind === kind && isBroken(statistics, rule.value))
		.map((statistics) => ({
			id: `${code}:${statistics.unit.code}`,
			flag: code,
			category: null,
			unitCodes: [statistics.unit.code],
			...unitWhereabouts(evidence.surveyed, statistics.unit),
			rule: `${words(rule.value)}（${rule.source}）`,
			confidence: rule.confidence,
			lever: "boundary",
			figures: {
				unitName: statistics.unit.name,
				...(kind === "committee"
					? { limitHouseholds: rule.value }
					: { limitResidents: rule.value }),
				judgedHouseholds: statistics.judgedHouseholds,
				judgedResidents: judgedResidents(statistics),
				declaredHouseholds: statistics.unit.declaredHouseholds,
				declaredResidents: statistics.unit.declaredResidents,
				residenceHouseholds: statistics.households,
				residenceResidents: statistics.residents,
			},
		}));
}
