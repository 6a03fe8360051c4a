// Thresholds of units and premises, each with its source. Editable defaults where not verified.
import type { Confidence } from "./catalogue.ts";

export interface Rule<T> {
	readonly value: T;
	readonly source: string;
	readonly confidence: Confidence;
}

const NOTICE = "沪民基发〔2021〕7号 (十一)";

const CIRCLE =
	"GB 50180-2018 2.0.2 (15-minute circle: 50,000–100,000 people); 上海市15分钟社区生活圈规划导则（试行） 2016, press";

export const THRESHOLDS = {
	floorAreaPer100HouseholdsM2: { value: 35, source: NOTICE, confidence: "verified" },
	facilityMinM2: { value: 300, source: NOTICE, confidence: "verified" },
	committeeMaxHouseholds: {
		value: 2_000,
		source:
			"青民〔2023〕26号 (Qingpu: at most 2,000 households; the law's 100–700 is reference only)",
		confidence: "verified",
	},
	unitMaxResidents: {
		value: 120_000,
		source: "Xiamen planning rule, press 2022 (above 120,000 split); no Shanghai figure found",
		confidence: "verified-secondary",
	},
	bmuMinAreaKm2: {
		value: 2,
		source: "2015 opinion on basic management units",
		confidence: "uncertain",
	},
	bmuMinResidents: {
		value: 20_000,
		source: "2015 opinion on basic management units",
		confidence: "uncertain",
	},
	circleMinResidents: { value: 50_000, source: CIRCLE, confidence: "verified-secondary" },
	circleMaxResidents: { value: 100_000, source: CIRCLE, confidence: "verified-secondary" },
	gapMinResidents: { value: 200, source: "app default", confidence: "uncertain" },
	severanceDetour: { value: 1.4, source: "app default", confidence: "uncertain" },
} as const satisfies Record<string, Rule<number>>;

/** Categories whose rooms add up to the floor area of community service premises. */
export const PREMISES_SUM_CATEGORIES = [
	"ADM-ISF",
	"ADM-HUB",
	"ADM-PSC",
	"ADM-NC",
	"ADM-SPOT",
	"CUL-RM",
] as const;

/** Premises that hold one of these are tested against 300 m². */
export const PREMISES_SIZE_CATEGORIES = ["ADM-ISF", "ADM-HUB", "ADM-PSC", "ADM-NC"] as const;
