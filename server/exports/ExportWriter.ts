// What a writer of one file format gives.
import type { Readable } from "node:stream";
import type { ExportTable } from "./ExportTable.ts";

/** The file as a stream of bytes. An error while writing destroys the stream: the file must not be taken for whole. */
export interface ExportFile {
	readonly body: Readable;
	readonly media: string;
	/** Without a dot. */
	readonly extension: string;
}

/** Throws Refused before the first byte when the format cannot hold the table. */
export type ExportWriter = (table: ExportTable) => Promise<ExportFile>;
