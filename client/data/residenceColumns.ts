// The binary answers of /api/residences and /api/times as named columns.
import { decodeColumns } from "../../planning/wire/columns.ts";
import type { ResidencesMeta, TimesMeta } from "../../planning/wire/residenceColumns.ts";

export interface Residences {
	readonly ids: readonly string[];
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly residents: Uint32Array;
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
}

export function readResidences(bytes: Uint8Array): Residences {
	const { meta, columns } = decodeColumns<ResidencesMeta>(bytes);
	const speed = columns["speed"] as Uint8Array;
	return {
		ids: meta.ids,
		lon: columns["lon"] as Float64Array,
		lat: columns["lat"] as Float64Array,
		residents: columns["residents"] as Uint32Array,
		speedMPerMin: Float32Array.from(speed, (index) => meta.speeds[index] ?? 0),
	};
}

export function readTimes(bytes: Uint8Array): ResidenceTimes {
	const { meta, columns } = decodeColumns<TimesMeta>(bytes);
	return {
		meta,
		costDm: columns["costDm"] as Uint32Array,
		facility: columns["facility"] as Int32Array,
		within: columns["within"] as Uint8Array,
		reason: columns["reason"] as Uint8Array,
	};
}
