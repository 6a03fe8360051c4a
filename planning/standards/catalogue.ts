// The facility catalogue as typed data. Entries that are not verified are editable defaults and show as such.
import catalogueFile from "./catalogue.json" with { type: "json" };

/** How an entry's reach is judged: walking minutes, straight-line metres, or one per unit. */
export type Basis = "minutes" | "metres" | "presence";
export type Confidence = "verified" | "verified-secondary" | "memory" | "uncertain" | "derived";

export interface Category {
	readonly code: string;
	readonly nameZh: string;
	readonly nameEn: string;
	readonly domain: string;
	/** Levels the category is set up at: street, BMU, area (circle), committee, district, or a circle size "5" "10" "15". */
	readonly levels: readonly string[];
	readonly basis: Basis;
	readonly walkMinutes: number | null;
	readonly radiusM: number | null;
	readonly minFloorAreaM2: number | null;
	readonly maxFloorAreaM2: number | null;
	readonly requirement: string;
	readonly ownUnit: "yes" | "optional" | "no";
	readonly ownUnitLevel: "operator" | "street" | "committee" | null;
	readonly countsAsIntegrated: boolean;
	readonly norm: string;
	readonly indicatorZh: string;
	readonly noticeClause: string | null;
	readonly source: string;
	readonly confidence: Confidence;
	/** Where the reach figure comes from: standard, indicator, level, app-default, none. */
	readonly reachBasis: string;
	readonly note: string;
}

export const STANDARD_VERSION: string = catalogueFile.version;

/** All categories, in the catalogue's order. */
export const CATEGORIES = catalogueFile.catalogue as readonly Category[];

const byCode = new Map(CATEGORIES.map((category) => [category.code, category]));

/** The category of a code, or undefined when the standard lacks it. */
export function categoryOf(code: string): Category | undefined {
	return byCode.get(code);
}

/** The limit in the basis' own unit: minutes, metres; null for presence. */
export function limitOf(category: Category): number | null {
	if (category.basis === "minutes") return category.walkMinutes;
	if (category.basis === "metres") return category.radiusM;
	return null;
}
