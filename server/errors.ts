// A refusal: a request we will not do, with a stable code and words for the person. Not a bug, not an issue of data.
import type { ErrorBody } from "../planning/wire/api.ts";

export interface Words {
	readonly zh: string;
	readonly en: string;
}

export interface RefusalDetails {
	/** HTTP status; 422 unless said otherwise. */
	readonly status?: number;
	/** What exactly, by path. */
	readonly details?: readonly { readonly path: string; readonly message: string }[];
	/** With `plan.saved-meanwhile`: what is there instead. */
	readonly current?: ErrorBody["error"]["current"];
	/** Should never happen and is no fault of the person: what the log says of it, at error level. */
	readonly defect?: object;
}

export class Refused extends Error {
	readonly code: string;
	readonly words: Words;
	readonly status: number;
	readonly details: RefusalDetails["details"];
	readonly current: RefusalDetails["current"];
	readonly defect: RefusalDetails["defect"];

	/** `code` is stable and kebab-case, e.g. `data-folder.locked`; words say what happened, where, what to do. */
	constructor(code: string, words: Words, more: RefusalDetails = {}) {
		super(words.en);
		this.name = "Refused";
		this.code = code;
		this.words = words;
		this.status = more.status ?? 422;
		this.details = more.details;
		this.current = more.current;
		this.defect = more.defect;
	}
}
