// An opened file of features: what it is, and its features as a stream.
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import type { OnProgress } from "./Progress.ts";

export interface SourceFile {
	readonly format: string;
	/** null where the format leaves no choice. */
	readonly encoding: string | null;
	/** The CRS that the file itself declares, as `EPSG:n`; null when it declares none. */
	readonly declaredCrs: string | null;
	/** Columns known before the first row (tables); null when each feature brings its own. */
	readonly columns: readonly string[] | null;
	/** Can be read once. */
	readonly features: AsyncIterable<SourceFeature>;
}

export interface OpenOptions {
	readonly encoding?: string | undefined;
	readonly onProgress?: OnProgress | undefined;
}

/** One row of the table of formats. */
export interface FileFormat {
	readonly format: string;
	readonly extensions: readonly string[];
	/** True when the first bytes of a file look like this format. */
	readonly sniff: (head: Buffer) => boolean;
	readonly open: (path: string, options: OpenOptions) => Promise<SourceFile>;
}
