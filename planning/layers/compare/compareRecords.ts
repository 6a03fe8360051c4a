// What a new version of a layer changes: added, removed, moved, reshaped, and fields one by one. Exact counts; of the
// changes the largest of each kind, so that one kind cannot crowd out another.
import { areaM2 } from "../../city/geodesicArea.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import { lastOf, type Steps } from "../../steps.ts";
import type { Change, Comparison } from "../../wire/checking.ts";
import { identityOf, type RecordKind, type RecordOf } from "../identities.ts";
import { pointInside } from "../pointInside.ts";
import { changedFields, hasSameFields } from "./fields.ts";
import { isSameShape, type ShapeChange, shapeChange } from "./shapes.ts";

/** Points nearer than this have not moved, metres. */
const MOVED_M = 0.05;
const LISTED = 5_000;
const STEP = 2_000;
const KINDS = ["reshaped", "moved", "removed", "added", "attributes"] as const;
type ChangeKind = (typeof KINDS)[number];

/** One change, before it is written out. */
interface Found<R> {
	readonly before: R | null;
	readonly after: R | null;
	/** What the largest come first by: metres, square metres, number of fields. */
	readonly size: number;
	readonly shape: ShapeChange | null;
}

type AnyRecord = RecordOf[RecordKind];

/** Compare by identity; `before` null: there is no version yet. A record that moved and has other fields is one change. */
export function compareRecords(
	kind: RecordKind,
	before: readonly object[] | null,
	after: readonly object[],
): Comparison {
	return lastOf(compareSteps(kind, before, after));
}

/** The same, a step per two thousand records. */
export function* compareSteps(
	kind: RecordKind,
	before: readonly object[] | null,
	after: readonly object[],
): Steps<Comparison> {
	if (before === null || before.length === 0) return allNew(kind, before !== null, after);
	const found = new Map<ChangeKind, Found<AnyRecord>[]>(KINDS.map((change) => [change, []]));
	const unchanged = yield* findChanges(
		kind,
		[before as readonly AnyRecord[], after as readonly AnyRecord[]],
		(change, entry) => found.get(change)?.push(entry),
	);
	const countOf = (change: ChangeKind) => found.get(change)?.length ?? 0;
	return {
		hasCurrent: true,
		counts: {
			added: countOf("added"),
			removed: countOf("removed"),
			moved: countOf("moved"),
			reshaped: countOf("reshaped"),
			attributes: countOf("attributes"),
			unchanged,
		},
		changes: largest(found).map(([change, entry]) => changeOf(kind, change, entry)),
	};
}

/** Where nothing was before: the first are listed, none is looked at more closely. */
function allNew(kind: RecordKind, hasCurrent: boolean, after: readonly object[]): Comparison {
	const added = after.slice(0, LISTED) as readonly AnyRecord[];
	return {
		hasCurrent,
		counts: { added: after.length, removed: 0, moved: 0, reshaped: 0, attributes: 0, unchanged: 0 },
		changes: added.map((record) =>
			changeOf(kind, "added", { before: null, after: record, size: 0, shape: null }),
		),
	};
}

type Note = (change: ChangeKind, found: Found<AnyRecord>) => void;

/** Tells every change; returns how many records are the same. */
function* findChanges(
	kind: RecordKind,
	[before, after]: readonly [readonly AnyRecord[], readonly AnyRecord[]],
	note: Note,
): Steps<number> {
	const indexOf = new Map<string, number>();
	before.forEach((record, i) => {
		indexOf.set(identityOf(kind, record), i);
	});
	const isKept = new Uint8Array(before.length);
	let unchanged = 0;
	for (const [i, record] of after.entries()) {
		if (i % STEP === 0) yield i / after.length;
		const index = indexOf.get(identityOf(kind, record));
		if (index === undefined) {
			note("added", { before: null, after: record, size: sizeOf(record), shape: null });
			continue;
		}
		isKept[index] = 1;
		if (!noteChange(kind, before[index], record, note)) unchanged++;
	}
	before.forEach((record, i) => {
		if (isKept[i] === 0)
			note("removed", { before: record, after: null, size: sizeOf(record), shape: null });
	});
	return unchanged;
}

/** False when the two are the same. */
function noteChange(kind: RecordKind, before: AnyRecord, after: AnyRecord, note: Note): boolean {
	if ("lonLat" in before && "lonLat" in after) {
		const metres = movedM(before.lonLat, after.lonLat);
		if (metres > MOVED_M) {
			note("moved", { before, after, size: metres, shape: null });
			return true;
		}
	}
	if (
		"polygons" in before &&
		"polygons" in after &&
		!isSameShape(before.polygons, after.polygons)
	) {
		const shape = shapeChange(before.polygons, after.polygons);
		note("reshaped", { before, after, size: shape.differentM2, shape });
		return true;
	}
	if (hasSameFields(kind, before, after)) return false;
	const fields = changedFields(kind, before, after).length;
	note("attributes", { before, after, size: fields, shape: null });
	return true;
}

function movedM(before: LonLat, after: LonLat): number {
	return before[0] === after[0] && before[1] === after[1] ? 0 : distanceM(before, after);
}

/** Of what came or went: its area, or its people. */
function sizeOf(record: AnyRecord): number {
	if ("polygons" in record) return areaM2(record.polygons);
	return "residents" in record ? record.residents : 0;
}

/** Up to 5,000: an equal share of each kind first, then as many as there is room for. */
function largest(
	found: ReadonlyMap<ChangeKind, Found<AnyRecord>[]>,
): [ChangeKind, Found<AnyRecord>][] {
	const sorted = [...found].map(
		([change, entries]) => [change, entries.sort((a, b) => b.size - a.size)] as const,
	);
	const share = LISTED / KINDS.length;
	let room = LISTED - sorted.reduce((sum, [, { length }]) => sum + Math.min(length, share), 0);
	return sorted.flatMap(([change, entries]) => {
		const more = Math.min(room, Math.max(0, entries.length - share));
		room -= more;
		return entries
			.slice(0, Math.min(entries.length, share) + more)
			.map((entry): [ChangeKind, Found<AnyRecord>] => [change, entry]);
	});
}

function changeOf(
	kind: RecordKind,
	change: ChangeKind,
	{ before, after, size, shape }: Found<AnyRecord>,
): Change {
	const shown = after ?? before;
	if (shown === null) throw new Error(`A change ${change} without a record.`);
	const place = placeOf(shown);
	return {
		change,
		id: identityOf(kind, shown),
		name: "name" in shown ? (shown.name ?? "") : "",
		lon: place?.[0] ?? null,
		lat: place?.[1] ?? null,
		distanceM: change === "moved" ? size : null,
		area: shape,
		fields: before === null || after === null ? [] : changedFields(kind, before, after),
	};
}

function placeOf(record: AnyRecord): LonLat | null {
	if ("lonLat" in record) return record.lonLat;
	return "polygons" in record ? insideOf(record.polygons) : null;
}

function insideOf(polygons: MultiPolygonRings): LonLat | null {
	return polygons.length === 0 ? null : pointInside(polygons);
}
