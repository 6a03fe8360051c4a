// An opened file of features: what it is, and the features of one of its layers as a stream.
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import type { EncodingFinding, SourceLayer } from "../../planning/wire/understanding.ts";
import type { OnProgress } from "./Progress.ts";

export interface SourceFile {
	readonly format: string;
	/** The layer that is read; null where the format has one only and gives it no name. */
	readonly layer: string | null;
	readonly encoding: EncodingFinding;
	/**
	 * The CRS that the file itself declares: `EPSG:n`, or the text of its .prj or WKT as it stands; null when it declares
	 * none. Coordinates of the features are in it, converted by nobody yet.
	 */
	readonly declaredCrs: string | null;
	/** Columns known before the first row (tables); null when each feature brings its own. */
	readonly columns: readonly string[] | null;
	/** Can be read once. */
	readonly features: AsyncIterable<SourceFeature>;
	/** Frees what is held open or was unpacked. Reading the features to their end does so too; may be called again. */
	readonly close?: () => Promise<void>;
}

export interface OpenOptions {
	readonly encoding?: string | undefined;
	/** Name of the layer to read; needed where a file has several. */
	readonly layer?: string | undefined;
	readonly onProgress?: OnProgress | undefined;
}

/** What a file holds, before any of it is read. */
export interface FoundLayers {
	readonly format: string;
	readonly layers: readonly SourceLayer[];
}

/** By what a format is told from others. */
export interface Sight {
	readonly head: Buffer;
	/** The head as text; "" when it is none. */
	readonly text: string;
	/** Of the name, small, with its dot. */
	readonly extension: string;
	/** Paths of the files in a ZIP archive, small; null for anything else. */
	readonly zipPaths: readonly string[] | null;
}

/** The whole table, for files that hold files. */
export interface Formats {
	readonly open: (path: string, options: OpenOptions) => Promise<SourceFile>;
	readonly layers: (path: string, options: OpenOptions) => Promise<FoundLayers>;
}

/** One row of the table of formats. */
export interface FileFormat {
	readonly format: string;
	readonly extensions: readonly string[];
	/** True when the file looks like this format. */
	readonly sniff: (sight: Sight) => boolean;
	/** The layers of a file; of a format that has one only, that one. */
	readonly layers: (
		path: string,
		options: OpenOptions,
		formats: Formats,
	) => Promise<readonly SourceLayer[] | FoundLayers>;
	readonly open: (path: string, options: OpenOptions, formats: Formats) => Promise<SourceFile>;
}
