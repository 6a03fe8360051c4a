// Score card of a basic management unit (基本管理单元): its resources of “3+3+2”, its councils, the criteria, and what the app
// would suggest. 沪民基发〔2021〕7号 (三) asks to strengthen these units and to explore letting some go, but gives no test for it:
// the suggestion is the app's own reading of the criteria, to be edited when there is a rule.
import type { Confidence } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";

/** Where the list of resources comes from. */
export const BMU_RESOURCES_SOURCE = {
	source: "“3+3+2” of 2015 practice",
	confidence: "memory",
} as const satisfies { readonly source: string; readonly confidence: Confidence };

/** Resources that a layer of facilities answers: the three centres, and the police of the three forces. */
export const BMU_FACILITY_ITEMS = {
	reception: "ADM-RCP",
	health: "HEA-CHC",
	culture: "CUL-CEN",
	police: "ADM-POL",
} as const;
/** What no layer holds: people record it. The assembly is of the notice (二), the rest of “3+3+2”. */
export const BMU_RECORD_ITEMS = [
	"urban-management",
	"market-supervision",
	"party-committee",
	"community-committee",
	"residents-assembly",
] as const;
export type BmuFacilityItem = keyof typeof BMU_FACILITY_ITEMS;
export type BmuRecordItem = (typeof BMU_RECORD_ITEMS)[number];
export type BmuItem = BmuFacilityItem | BmuRecordItem;

export const BMU_GROUPS = {
	centres: ["reception", "health", "culture"],
	forces: ["police", "urban-management", "market-supervision"],
	bodies: ["party-committee", "community-committee"],
	councils: ["residents-assembly"],
} as const satisfies Record<string, readonly BmuItem[]>;
export type BmuGroup = keyof typeof BMU_GROUPS;

/** unknown is 未登记 or a layer that the city lacks, and never counts as no. */
export type Has = "yes" | "no" | "unknown";

export const BMU_CRITERIA = ["area", "residents", "continuous"] as const;
export type BmuCriterion = (typeof BMU_CRITERIA)[number];

/** keep 保留, strengthen 做实, let-go 退出研究, register 先补登记: too little is known. */
export type BmuSuggestion = "keep" | "strengthen" | "let-go" | "register";

export interface BmuFacts {
	readonly areaKm2: number;
	/** Declared 常住人口 where committed, else the sum of residences. */
	readonly residents: number;
	/** Parts that hang together over shared border; 0 without territory. */
	readonly parts: number;
	readonly has: Readonly<Record<BmuItem, Has>>;
}

export interface BmuScorecard {
	/** Null where it cannot be told. */
	readonly criteria: Readonly<Record<BmuCriterion, boolean | null>>;
	readonly present: readonly BmuItem[];
	readonly missing: readonly BmuItem[];
	readonly unknown: readonly BmuItem[];
	readonly suggestion: BmuSuggestion;
}

/**
 * let-go: smaller than both the area and the people of the criteria · else strengthen: something is missing or a criterion
 * is not met · else register: something is not known · else keep.
 */
export function scorecard(facts: BmuFacts): BmuScorecard {
	const criteria = criteriaOf(facts);
	const itemsThat = (has: Has) => ITEMS.filter((item) => facts.has[item] === has);
	const score = {
		criteria,
		present: itemsThat("yes"),
		missing: itemsThat("no"),
		unknown: itemsThat("unknown"),
	};
	return { ...score, suggestion: suggestionOf(score) };
}

const ITEMS: readonly BmuItem[] = Object.values(BMU_GROUPS).flat();

function criteriaOf({ areaKm2, residents, parts }: BmuFacts): BmuScorecard["criteria"] {
	return {
		area: parts === 0 ? null : areaKm2 >= THRESHOLDS.bmuMinAreaKm2.value,
		residents: residents === 0 ? null : residents >= THRESHOLDS.bmuMinResidents.value,
		continuous: parts === 0 ? null : parts === 1,
	};
}

function suggestionOf({
	criteria,
	missing,
	unknown,
}: Omit<BmuScorecard, "suggestion">): BmuSuggestion {
	const met = Object.values(criteria);
	if (criteria.area === false && criteria.residents === false) return "let-go";
	if (missing.length > 0 || met.includes(false)) return "strengthen";
	return unknown.length > 0 || met.includes(null) ? "register" : "keep";
}
