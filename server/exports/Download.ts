import type { Readable } from "node:stream";

/** A file made for one answer. */
export interface Download {
	readonly media: string;
	readonly fileName: string;
	readonly body: Uint8Array | Readable;
}
