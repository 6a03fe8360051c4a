// From what was found out to what the person confirms, and what still has to be answered before checking. Pure.
import type {
	ColumnFinding,
	Understanding,
	UploadKind,
} from "../../../../planning/wire/understanding.ts";
import type { Upload, UploadSettings } from "../../../../planning/wire/uploads.ts";

/** Settings that are not complete yet: the kind may be open. */
export type Draft = Omit<UploadSettings, "kind"> & { readonly kind: UploadKind | null };
export type OpenQuestion = "layer" | "kind" | "level" | "category" | "crs" | "offset";

/** As found, so that "yes, read it so" is enough where everything is sure. */
export function draftOf(understanding: Understanding): Draft {
	const { crs, encoding, kind, level, layer, columns } = understanding;
	return {
		kind,
		layer,
		encoding: encoding.basis === "asked" ? encoding.used : null,
		crs: crs.basis === "asked" ? crs.used : null,
		isSwapped: crs.isSwapped,
		level: kind === "divisions" ? level : null,
		category: null,
		columns: columnsOf(columns),
		where: [],
		within: null,
		add: false,
	};
}

/** What was sent last while it still fits, else as found. */
export function draftOfUpload({ settings, state, understanding }: Upload): Draft | null {
	if (understanding === null) return null;
	const found = draftOf(understanding);
	const isLast = settings !== null && state !== "understood" && settings.layer === found.layer;
	return isLast ? settings : found;
}

/** Column of each field; the first that was proposed for a field keeps it. */
export function columnsOf(columns: readonly ColumnFinding[]): Record<string, string> {
	const byField: Record<string, string> = {};
	for (const { name, field } of columns) if (field !== null) byField[field] ??= name;
	return byField;
}

/** Gives a column another field, or none; a field has one column. */
export function withField(
	columns: Readonly<Record<string, string>>,
	column: string,
	field: string | null,
): Record<string, string> {
	const others = Object.entries(columns).filter(([key, name]) => name !== column && key !== field);
	return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

/** The CRS that answers the question of the offset: removed, or the coordinates as they are. */
export function crsOfAnswer({ crs, offset }: Understanding, isShifted: boolean): string {
	if (isShifted && offset !== null) return offset.system;
	const { used } = crs;
	return used === null || used === "gcj02" || used === "bd09" ? "EPSG:4326" : used;
}

/** Was the question of the offset answered, and how? null: not yet. */
export function offsetAnswer(understanding: Understanding, draft: Draft): boolean | null {
	if (understanding.offset === null || draft.crs === null) return null;
	return draft.crs === understanding.offset.system;
}

/** What only the person can say, in the order of the cards. */
export function openQuestions(understanding: Understanding, draft: Draft): OpenQuestion[] {
	const { layers, crs, offset } = understanding;
	const open: OpenQuestion[] = [];
	if (draft.layer === null && layers.length > 1) return ["layer"];
	if (crs.used === null && draft.crs === null && offset === null && !hasNoPlace(understanding))
		open.push("crs");
	if (offset !== null && offsetAnswer(understanding, draft) === null) open.push("offset");
	if (draft.kind === null) open.push("kind");
	if (draft.kind === "divisions" && draft.level === null) open.push("level");
	if (draft.kind === "facilities" && draft.category === null && !("category" in draft.columns))
		open.push("category");
	return open;
}

/** Settings to send; null while the kind is open. */
export function settingsOf(draft: Draft): UploadSettings | null {
	const { kind } = draft;
	if (kind === null) return null;
	return {
		...draft,
		kind,
		level: kind === "divisions" ? draft.level : null,
		category: kind === "facilities" ? draft.category : null,
	};
}

/** Tables without shapes and without coordinates have no CRS to ask for (exceptions). */
function hasNoPlace({ geometries, columns }: Understanding): boolean {
	const isTable = Object.entries(geometries).every(
		([type, count]) => type === "none" || count === 0,
	);
	return isTable && !columns.some(({ field }) => field === "lon" || field === "lat");
}
