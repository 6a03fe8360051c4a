// An issue is something in a person's data: collected with its place, never thrown.
export type IssueSeverity = "blocking" | "warning" | "info";

/** Where the trouble is: rows of a table or features of a file (both from 1), a position if there is one. */
export interface IssuePlace {
	readonly row?: number;
	readonly feature?: number;
	/** All rows or features concerned, where there are several; the first is `row` or `feature`. */
	readonly rows?: readonly number[];
	readonly lon?: number;
	readonly lat?: number;
}

export interface Issue {
	/** Stable, kebab-case, e.g. `residence.negative-count`. */
	readonly code: string;
	readonly severity: IssueSeverity;
	readonly at: IssuePlace;
	/** What happened, where, what to do; plain Chinese and English. */
	readonly message: { readonly zh: string; readonly en: string };
	/** Identities of the records concerned, for what is found after reading; rows follow from them (`atRows`). */
	readonly about?: readonly string[];
	/** Square metres of what does not fit. */
	readonly areaM2?: number;
	/** The cell of the file that would have to change, and what it should say when that is known. */
	readonly cell?: { readonly column: string; readonly name: string };
	/** The field that no column holds: naming its column deals with it. */
	readonly field?: string;
	/** True when a person decided that it stays so. */
	readonly isLeft?: true;
}
