// What to import and how: the options of the command line, and what a person confirmed in the wizard.
import type { CheckOptions } from "../../planning/layers/RecordReader.ts";
import type { MendStep } from "../../planning/wire/mends.ts";
import type { UploadKind } from "../../planning/wire/understanding.ts";
import type { FileStore } from "../imports/FileStore.ts";
import type { ImportControl } from "./ImportControl.ts";

export type ImportKind = UploadKind;
export const IMPORT_KINDS: readonly ImportKind[] = [
	"streets",
	"divisions",
	"facilities",
	"residences",
	"exceptions",
	"land",
];

export interface ImportRequest extends CheckOptions {
	readonly kind: ImportKind;
	/** The file as it lies on this machine; of a shapefile, the .shp. */
	readonly path: string;
	/** Its name as the person knows it. */
	readonly sourceName: string;
	/** The layer to read, of a file that has several. */
	readonly sourceLayer: string | undefined;
	/** `EPSG:n`, `local:NAME`, `gcj02`, `bd09`; undefined: as found. */
	readonly crs: string | undefined;
	/** Latitude or northing stands first. */
	readonly isSwapped: boolean;
	readonly encoding: string | undefined;
	/** True when a person has seen what was found in the file and said yes: it is not looked for again. */
	readonly isConfirmed: boolean;
	/** Mends to apply to the staged copy, in order. */
	readonly steps: readonly MendStep[];
	/** Replace only what lies in this unit. */
	readonly within: string | null;
	/** Append instead of replacing. */
	readonly add: boolean;
	readonly acceptWarnings: boolean;
	/** Why warnings were accepted, or what the commit is for. */
	readonly reason: string | null;
	/** Also make the snapshot of what is then in force. */
	readonly renewSnapshot: boolean;
	/** The date that snapshot stands for, YYYY-MM-DD; null: today. */
	readonly asOf: string | null;
	/** Check only. */
	readonly dryRun: boolean;
	/** With `dryRun`: write what would be accepted as WGS84 GeoJSON. */
	readonly outPath: string | null;
	/** Account number; null from the command line. */
	readonly committedBy: number | null;
	/** Where the file is kept once it is committed; null: it is not. */
	readonly store: FileStore | null;
	readonly control: ImportControl;
}

/** An import with nothing but a kind and a file; everything else is optional. */
export function importRequest(
	given: Pick<ImportRequest, "kind" | "path"> & Partial<ImportRequest>,
): ImportRequest {
	return {
		sourceName: given.path.split(/[\\/]/).at(-1) ?? given.path,
		sourceLayer: undefined,
		columns: {},
		where: [],
		category: null,
		level: null,
		crs: undefined,
		isSwapped: false,
		encoding: undefined,
		isConfirmed: false,
		steps: [],
		within: null,
		add: false,
		acceptWarnings: false,
		reason: null,
		renewSnapshot: true,
		asOf: null,
		dryRun: false,
		outPath: null,
		committedBy: null,
		store: null,
		control: {},
		...given,
	};
}
