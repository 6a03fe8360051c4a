// What a brief says, as values: PDF and Word are two printings of the same.

import type { Language } from "../../../planning/wire/reports.ts";

export interface Brief {
	readonly language: Language;
	readonly title: string;
	readonly subtitle: string;
	readonly headline: string;
	readonly cards: readonly BriefCard[];
	readonly mapTitle: string;
	/** 审图号 or 示意图. */
	readonly mapNote: string;
	readonly ranking: BriefTable;
	/** Null where nothing was found; `gapsNone` says so. */
	readonly gaps: BriefTable | null;
	readonly gapsNone: BriefList;
	readonly proposals: BriefList;
	readonly method: BriefList;
	readonly notes: BriefList;
	readonly footer: string;
	/** YYYY-MM-DD: the snapshot's, not today's, so that the same brief is the same file. */
	readonly date: string;
}

export interface BriefCard {
	readonly label: string;
	readonly figure: string;
	readonly note: string;
	/** Orange is for people beyond the limit, nothing else. */
	readonly isBeyond: boolean;
}

export interface BriefList {
	readonly title: string;
	readonly lines: readonly string[];
}

export interface BriefColumn {
	readonly title: string;
	readonly isNumber: boolean;
	/** Of the page's width; those of a table add up to 1. */
	readonly widthShare: number;
}

export interface BriefTable {
	readonly title: string;
	readonly columns: readonly BriefColumn[];
	readonly rows: readonly (readonly string[])[];
	/** Below the table; empty for none. */
	readonly note: string;
}
