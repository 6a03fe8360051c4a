// A refusal: a request we will not do, with a stable code and words for the person. Not a bug, not an issue of data.

export interface Words {
	readonly zh: string;
	readonly en: string;
}

export interface RefusalDetails {
	/** HTTP status; 422 unless said otherwise. */
	readonly status?: number;
	/** What exactly, by path. */
	readonly details?: readonly { readonly path: string; readonly message: string }[];
}

export class Refused extends Error {
	readonly code: string;
	readonly words: Words;
	readonly status: number;
	readonly details: RefusalDetails["details"];

	/** `code` is stable and kebab-case, e.g. `data-folder.locked`; words say what happened, where, what to do. */
	constructor(code: string, words: Words, { status = 422, details }: RefusalDetails = {}) {
		super(words.en);
		this.name = "Refused";
		this.code = code;
		this.words = words;
		this.status = status;
		this.details = details;
	}
}
