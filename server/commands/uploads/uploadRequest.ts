// The import that an upload stands for: the same request as the command line makes, from what a person confirmed.
import type { NamedColumns } from "../../../planning/layers/fields.ts";
import { twelveDigits } from "../../../planning/layers/unitCodes.ts";
import { Refused } from "../../errors.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import { mainFileOf } from "../../imports/mainFileOf.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import { hasPlaces } from "../hasPlaces.ts";
import type { ImportControl } from "../ImportControl.ts";
import { type ImportRequest, importRequest } from "../ImportRequest.ts";
import { notUnderstood } from "./requireStage.ts";

/** Refused 409 before the settings are confirmed. */
export function uploadRequest(
	row: UploadRow,
	store: FileStore,
	control: ImportControl,
): ImportRequest {
	const { settings, understanding, files, steps, createdBy } = row;
	if (settings === null || understanding === null) throw notUnderstood();
	const { kind, level, category, where, within, add } = settings;
	const crs = settings.crs ?? understanding.crs.used;
	const isPlaced = hasPlaces(understanding) || settings.columns["lon"] !== undefined;
	if (crs === null && kind !== "exceptions" && isPlaced) throw noCrs();
	return importRequest({
		kind,
		path: mainPathOf(row, store),
		sourceName: files.map(({ name }) => name).join("、"),
		sourceLayer: settings.layer ?? understanding.layer ?? undefined,
		columns: settings.columns as NamedColumns,
		where,
		category: kind === "facilities" ? category : null,
		level: kind === "divisions" ? level : null,
		crs: crs ?? undefined,
		isSwapped: settings.isSwapped,
		encoding: settings.encoding ?? understanding.encoding.used ?? undefined,
		isConfirmed: true,
		steps,
		within: within === null ? null : (twelveDigits(within) ?? within),
		add,
		committedBy: createdBy,
		store,
		control,
	});
}

/** The file to open, of all the files of an upload. */
export function mainPathOf({ id, files }: UploadRow, store: FileStore): string {
	return mainFileOf(
		store.pathsOf(
			id,
			files.map(({ name }) => name),
		),
	);
}

function noCrs(): Refused {
	return new Refused(
		"crs.unknown",
		{
			zh: "坐标系没有确定。先选一个坐标系。",
			en: "The coordinate system is not known. Choose one.",
		},
		{ status: 409 },
	);
}
