// The binary answers of /api/residences and /api/times as named columns.
import { UNREACHED_DM } from "../../planning/reach/reach.ts";
import { decodeColumns } from "../../planning/wire/columns.ts";
import type { CompositeMeta } from "../../planning/wire/figuresApi.ts";
import { widenedSigned, widenedUnsigned } from "../../planning/wire/narrowColumns.ts";
import type { ResidencesMeta, TimesMeta } from "../../planning/wire/residenceColumns.ts";

export interface Residences {
	readonly ids: readonly string[];
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly residents: Uint32Array;
	/** −1 where the file states none. */
	readonly households: Int32Array;
	readonly elders: Int32Array;
	readonly children: Int32Array;
	/** 0 attached, 1 noted, 2 not attached. */
	readonly status: Uint8Array;
	/** Index into the cells; −1 where none contains it. */
	readonly cell: Int32Array;
	/** Index into `speeds`, metres per minute. */
	readonly walker: Uint8Array;
	readonly speeds: readonly number[];
	/** Metres per minute of each residence. */
	readonly speedMPerMin: Float32Array;
}

export interface ResidenceTimes {
	readonly meta: TimesMeta;
	readonly costDm: Uint32Array;
	/** Index into `meta.facilityIds`; -1 where none. */
	readonly facility: Int32Array;
	readonly within: Uint8Array;
	/** Index into REASONS. */
	readonly reason: Uint8Array;
	/** By straight line, for categories that are judged by a radius; else null. */
	readonly straightDm: Uint32Array | null;
}

/** Walks to each part of the composite, in per cent of its limit. */
export interface CompositeColumns {
	readonly meta: CompositeMeta;
	readonly parts: readonly Uint8Array[];
}

export function readResidences(bytes: Uint8Array): Residences {
	const { meta, columns } = decodeColumns<ResidencesMeta>(bytes);
	const speed = columns["speed"] as Uint8Array;
	return {
		ids: meta.ids,
		lon: columns["lon"] as Float64Array,
		lat: columns["lat"] as Float64Array,
		residents: columns["residents"] as Uint32Array,
		households: columns["households"] as Int32Array,
		elders: columns["elders"] as Int32Array,
		children: columns["children"] as Int32Array,
		status: columns["status"] as Uint8Array,
		cell: columns["cell"] as Int32Array,
		walker: speed,
		speeds: meta.speeds,
		speedMPerMin: Float32Array.from(speed, (index) => meta.speeds[index] ?? 0),
	};
}

export function readTimes(bytes: Uint8Array): ResidenceTimes {
	const { meta, columns } = decodeColumns<TimesMeta>(bytes);
	return {
		meta,
		costDm: widenedUnsigned(columns["costDm"] as Uint16Array | Uint32Array, UNREACHED_DM),
		facility: widenedSigned(columns["facility"] as Uint16Array | Int32Array, -1),
		within: columns["within"] as Uint8Array,
		reason: columns["reason"] as Uint8Array,
		straightDm: (columns["straightDm"] as Uint32Array | undefined) ?? null,
	};
}

export function readComposite(bytes: Uint8Array): CompositeColumns {
	const { meta, columns } = decodeColumns<CompositeMeta>(bytes);
	return { meta, parts: meta.parts.map((_, index) => columns[`part${index}`] as Uint8Array) };
}
