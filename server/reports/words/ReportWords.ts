// What reports say, in one language. Each language is one file with the same keys.
import type { UnitKind } from "../../../planning/city/records.ts";
import type { FlagCode, Lever } from "../../../planning/coverage/analysis.ts";
import type { BandCase } from "../../../planning/coverage/figures/band.ts";
import type { BreakKind } from "../../../planning/coverage/figures/breaks.ts";
import type { LimitUnit } from "../../../planning/coverage/figures/farness.ts";
import type { Who } from "../../../planning/coverage/figures/people.ts";
import type { Confidence } from "../../../planning/standards/catalogue.ts";
import type { BorderKind } from "../map/MapPicture.ts";

/** The parts of the sentence at the top. */
export interface Headline {
	readonly area: string;
	readonly who: string;
	readonly people: string;
	readonly covered: string;
	readonly beyond: string;
	readonly pct: string;
	readonly reach: string;
}

/** What was asked for, what the catalogue has, and where it has it from. */
export interface LimitOrigin {
	readonly asked: string;
	readonly own: string;
	readonly source: string;
	readonly confidence: string;
}

export interface ReportWords {
	/** Between the members of a list, and between clauses. */
	readonly comma: string;
	readonly clause: string;
	readonly level: Readonly<Record<UnitKind, string>>;
	readonly who: Readonly<Record<Who, string>>;
	readonly mode: Readonly<Record<"any" | "own", string>>;
	readonly profile: (name: string, speedMPerMin: number) => string;
	readonly villages: (speedMPerMin: number) => string;
	readonly breaks: Readonly<Record<BreakKind, string>>;
	readonly confidence: Readonly<Record<Confidence, string>>;
	readonly flag: Readonly<Record<FlagCode, string>>;
	readonly lever: Readonly<Record<Lever, string>>;
	readonly leverWhy: Readonly<Record<Lever, string>>;
	readonly band: Readonly<Record<BandCase, string>>;
	readonly border: Readonly<Record<BorderKind, string>>;
	readonly limit: (limit: number, unit: LimitUnit) => string;
	/** Able to reach a service within a limit: the end of the headline. */
	readonly reach: (asked: {
		service: string;
		limit: string;
		unit: LimitUnit;
		isOwn: boolean;
	}) => string;
	readonly noData: string;
	readonly sketch: string;
	readonly review: (number: string) => string;
	readonly title: (area: string, service: string) => string;
	readonly mapTitle: (area: string, service: string) => string;
	readonly asOf: (date: string) => string;
	readonly headline: (headline: Headline) => string;
	/** Nobody beyond the limit. */
	readonly everybody: (headline: Headline) => string;
	readonly nobody: (area: string) => string;
	readonly cards: {
		readonly share: string;
		readonly band: (low: string, high: string) => string;
		readonly beyond: string;
		readonly beyondShare: (who: string, pct: string) => string;
		readonly lowest: (level: string) => string;
		readonly lowestNote: (lowest: string, highest: string, highestPct: string) => string;
		readonly allAlike: string;
		readonly conforming: (level: string) => string;
		readonly conformingRule: string;
		readonly oneShort: string;
		readonly oneShortNote: string;
	};
	readonly ranking: {
		readonly title: (level: string) => string;
		readonly columns: {
			readonly rank: string;
			readonly code: string;
			readonly name: string;
			readonly parent: string;
			readonly total: string;
			readonly covered: string;
			readonly beyond: string;
			readonly pct: string;
			readonly notAttached: string;
			readonly classWords: string;
		};
		readonly cut: (shown: string, all: string) => string;
	};
	readonly gaps: {
		readonly title: string;
		readonly none: string;
		readonly columns: {
			readonly kind: string;
			readonly where: string;
			readonly people: string;
			readonly lever: string;
		};
		/** More names than a line holds. */
		readonly more: (names: string, count: string) => string;
		readonly standardLimit: string;
	};
	readonly proposals: {
		readonly title: string;
		/** No plan yet; findings may suggest something. */
		readonly none: (hasFindings: boolean) => string;
		readonly line: (lever: string, findings: string, why: string) => string;
		readonly count: (kind: string, count: string) => string;
	};
	readonly method: {
		readonly title: string;
		readonly snapshot: (hash: string) => string;
		readonly limit: (limit: LimitOrigin) => string;
		readonly denominator: (people: string, count: string) => string;
		readonly notAttached: (count: string) => string;
		/** Of a subject that has no limit of its own. */
		readonly compositeLimit: (limit: string) => string;
		readonly unknown: (homes: string, people: string) => string;
		readonly band: (cases: string) => string;
		readonly classes: (breaks: string) => string;
	};
	readonly notes: {
		readonly title: string;
		readonly speed: string;
		readonly borders: string;
		readonly demonstration: string;
	};
	readonly legend: {
		readonly share: string;
		readonly places: string;
		readonly borders: string;
		readonly units: (count: string) => string;
		readonly spots: string;
		readonly people: (count: string) => string;
		readonly north: string;
		readonly wgs84: string;
	};
	readonly file: Readonly<Record<"brief" | "sheet" | "table" | "data", string>>;
	/** In pieces: Word writes the numbers itself. */
	readonly page: <N extends string>(page: N, pages: N) => readonly (N | string)[];
}
