// An issue is something in a person's data: collected with its place, never thrown.
export type IssueSeverity = "blocking" | "warning" | "info";

/** Where the trouble is: a row of a table or a feature of a file (both from 1), a position if there is one. */
export interface IssuePlace {
	readonly row?: number;
	readonly feature?: number;
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
}
