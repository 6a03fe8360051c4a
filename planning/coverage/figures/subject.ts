// What a figure is about: a category of the catalogue, or 综合达标, which stands where a category does.
import { type Category, categoryOf, limitOf } from "../../standards/catalogue.ts";
import { SCREEN_HORIZON_S } from "../horizon.ts";
import { COMPOSITE_HORIZON_PCT, COMPOSITE_PARTS } from "./composite.ts";
import { COMPOSITE, type LimitUnit } from "./farness.ts";
import { STRAIGHT_HORIZON } from "./straightCosts.ts";

/** The composite in the words of a category. An editable default of the app, not a norm. */
export const COMPOSITE_CATEGORY: Category = {
	code: COMPOSITE,
	nameZh: "综合达标",
	nameEn: "All eight services",
	domain: "composite",
	levels: [],
	basis: "minutes",
	walkMinutes: null,
	radiusM: null,
	minFloorAreaM2: null,
	maxFloorAreaM2: null,
	requirement: "",
	ownUnit: "no",
	ownUnitLevel: null,
	countsAsIntegrated: false,
	norm: COMPOSITE_PARTS.map((codes) => codes.join("|")).join(" + "),
	indicatorZh: "15分钟社区生活圈覆盖率",
	noticeClause: null,
	source: "app default",
	confidence: "uncertain",
	reachBasis: "app-default",
	note: "",
};

/** The category of a code, the composite included; undefined when the standard lacks it. */
export function subjectOf(code: string): Category | undefined {
	return code === COMPOSITE ? COMPOSITE_CATEGORY : categoryOf(code);
}

/** Limits of a subject: null where nothing is walked (presence). */
export interface SubjectLimits {
	readonly unit: LimitUnit;
	/** The standard's own. */
	readonly own: number;
	/** The farthest that can be asked without a search. */
	readonly most: number;
}

export function limitsOf(category: Category): SubjectLimits | null {
	if (category.code === COMPOSITE)
		return { unit: "percent", own: 100, most: COMPOSITE_HORIZON_PCT };
	const own = limitOf(category);
	if (own === null) return null;
	return category.basis === "metres"
		? { unit: "metres", own, most: own * STRAIGHT_HORIZON }
		: { unit: "minutes", own, most: SCREEN_HORIZON_S / 60 };
}
