// What to import and how: the options of the command line, and of the web upload to come.
import type { CheckOptions } from "../../planning/layers/RecordReader.ts";
import type { OnProgress } from "../imports/Progress.ts";

export type ImportKind = "streets" | "divisions" | "facilities" | "residences" | "exceptions";
export const IMPORT_KINDS: readonly ImportKind[] = [
	"streets",
	"divisions",
	"facilities",
	"residences",
	"exceptions",
];

export interface ImportRequest extends CheckOptions {
	readonly kind: ImportKind;
	/** The file as it lies on this machine. */
	readonly path: string;
	/** Its name as the person knows it. */
	readonly sourceName: string;
	/** As given; undefined means WGS84, or what the file declares. */
	readonly crs: string | undefined;
	readonly encoding: string | undefined;
	/** Replace only what lies in this unit. */
	readonly within: string | null;
	/** Append instead of replacing. */
	readonly add: boolean;
	readonly acceptWarnings: boolean;
	/** Check only. */
	readonly dryRun: boolean;
	/** With `dryRun`: write what would be accepted as WGS84 GeoJSON. */
	readonly outPath: string | null;
	/** Account number; null from the command line. */
	readonly committedBy: number | null;
	readonly onProgress?: OnProgress | undefined;
}

/** An import with nothing but a kind and a file; everything else is optional. */
export function importRequest(
	given: Pick<ImportRequest, "kind" | "path"> & Partial<ImportRequest>,
): ImportRequest {
	return {
		sourceName: given.path.split(/[\\/]/).at(-1) ?? given.path,
		columns: {},
		where: [],
		category: null,
		level: null,
		crs: undefined,
		encoding: undefined,
		within: null,
		add: false,
		acceptWarnings: false,
		dryRun: false,
		outPath: null,
		committedBy: null,
		...given,
	};
}
