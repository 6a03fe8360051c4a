// GET /api/residences and GET /api/times?category&mode&profile: binary columns, a slot per residence, in id order.

/** Head of /api/residences; columns: lon f64, lat f64, residents u32, households i32, elders i32, children i32 (-1 missing), status u8, speed u8. */
export interface ResidencesMeta {
	readonly ids: readonly string[];
	/** Metres per minute that `speed` indexes. */
	readonly speeds: readonly number[];
}

/** Head of /api/times; columns: costDm u32 (UNREACHED_DM), facility i32 (index into `facilityIds`, -1 none), within u8, reason u8. */
export interface TimesMeta {
	readonly category: string;
	readonly mode: "any" | "own";
	readonly facilityIds: readonly string[];
	readonly limit: number | null;
	readonly limitUnit: "minutes" | "metres";
}
