// What an analysis takes and gives: the same shapes for the command line, the server, the browser, before and after.
import type {
	CellRecord,
	ContiguityException,
	FacilityRecord,
	ResidenceRecord,
	UnitKind,
	UnitRecord,
} from "../city/records.ts";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";
import type { Tiling } from "../partition/Tiling.ts";
import type { Attachment } from "../reach/attach.ts";
import type { Confidence } from "../standards/catalogue.ts";
import type { BarrierLines, StreetGraph } from "../streets/StreetGraph.ts";

/** Everything an analysis stands on. Facilities sorted by category then id; residences by id; both by code unit. */
export interface City {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly units: readonly UnitRecord[];
	readonly cells: readonly CellRecord[];
	readonly facilities: readonly FacilityRecord[];
	readonly residences: readonly ResidenceRecord[];
	/** Declared exceptions to contiguity; none where absent. */
	readonly exceptions?: readonly ContiguityException[];
	/** The tiling of exactly these cells, where it is known; else it is built when needed. */
	readonly tiling?: Tiling;
}

/** any = 开放 the nearest of any unit; own = 属地 the nearest operated by the residence's own units. */
export type Mode = "any" | "own";
export const REASONS = ["", "beyond", "not-attached", "no-facility", "no-own-facility"] as const;
export type Reason = (typeof REASONS)[number];

/** Nearest facility of one category in one mode, a slot per residence. */
export interface NearestTimes {
	readonly category: string;
	readonly mode: Mode;
	/** Decimetres of level walking by the residence's own profile; UNREACHED_DM beyond the horizon. */
	readonly costDm: Uint32Array;
	/** Index into `City.facilities`; -1 where none. */
	readonly facility: Int32Array;
	/** 1 where within the category's own limit. */
	readonly within: Uint8Array;
	/** Index into `REASONS`. */
	readonly reason: Uint8Array;
}

/** One row of coverage.csv. */
export interface CoverageRow {
	readonly unitKind: UnitKind | "all";
	readonly unitCode: string;
	readonly unitName: string;
	readonly category: string;
	readonly mode: Mode;
	readonly limit: number | null;
	readonly limitUnit: "minutes" | "metres" | "presence";
	readonly denominator: "residents" | "units";
	readonly total: number;
	readonly covered: number;
	/** covered ÷ total × 100, two decimals; null when the total is 0 (无数据). */
	readonly pct: number | null;
	/** Residents of residences that are not attached; they stay in the denominator. */
	readonly notAttached: number;
}

export const FLAG_CODES = [
	"severance",
	"facility-gap",
	"boundary-gap",
	"unassigned-residents",
	"missing-mandatory",
	"floor-area-short",
	"facility-too-small",
	"committee-too-large",
	"unit-too-large",
	"unit-too-small",
	"bmu-eligible",
	"detached-part",
	"exclave",
] as const;
export type FlagCode = (typeof FLAG_CODES)[number];
export type Lever = "facility" | "boundary" | "link" | "data";

/** A finding with its evidence (预警). */
export interface Flag {
	/** Stable within a run: code, category and place, e.g. `facility-gap:EDU-PRI:R00123`. */
	readonly id: string;
	readonly flag: FlagCode;
	readonly category: string | null;
	readonly unitCodes: readonly string[];
	/** People affected. */
	readonly residents: number;
	readonly residenceIds: readonly string[];
	/** The rule it rests on, in words, with its source. */
	readonly rule: string;
	readonly confidence: Confidence;
	readonly lever: Lever;
	/** The figures behind it; numbers carry their unit in the name. */
	readonly figures: Readonly<
		Record<string, number | string | null | Readonly<Record<string, number>>>
	>;
	/** Where to fly to. */
	readonly at: LonLat;
	/** Its area: hull of residences, or the unit's shape. */
	readonly place: MultiPolygonRings;
}

export interface CategorySummary {
	readonly basis: "minutes" | "metres" | "presence";
	readonly limit: number | null;
	readonly facilities: number;
	readonly coveredResidentsAny: number;
	readonly coveredResidentsOwnUnit: number | null;
	readonly residentsBeyond: number;
}

/** The result of one analysis of one snapshot. */
export interface Analysis {
	/** Name of the profile asked for; villages use `villageProfile` unless one was asked for by name. */
	readonly profile: string;
	readonly speedMPerMin: number;
	/** Speed that each residence was measured with, an index into `speeds`. */
	readonly speeds: readonly number[];
	readonly residenceSpeed: Uint8Array;
	/** Index into `City.cells` of each residence, -1 where no cell contains it. */
	readonly residenceCell: Int32Array;
	readonly residenceAttachments: readonly Attachment[];
	/** All minutes and metres categories in both modes (own only where the catalogue says so and divisions exist). */
	readonly times: readonly NearestTimes[];
	readonly coverage: readonly CoverageRow[];
	readonly flags: readonly Flag[];
	readonly categories: Readonly<Record<string, CategorySummary>>;
	readonly residents: number;
	readonly residencesNotAttached: number;
}
