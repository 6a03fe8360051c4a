// GET /api/residences and GET /api/times?category&mode&profile: binary columns, a slot per residence, in id order.

/**
 * Head of /api/residences; columns: lon f64, lat f64, residents u32, households i32, elders i32, children i32 (−1
 * missing), status u8 (attached, noted, not attached), speed u8, cell i32 (index into the cells of /api/cells, −1 none).
 */
export interface ResidencesMeta {
	readonly ids: readonly string[];
	/** Metres per minute that `speed` indexes. */
	readonly speeds: readonly number[];
}

/**
 * Head of /api/times; columns: costDm u32 (UNREACHED_DM), facility i32 (index into `facilityIds`, -1 none), within u8,
 * reason u8. As sent, whole numbers that fit are narrowed to u16 (65535 unreached or none). For metres also straightDm
 * u32: the nearest by straight line (planning/coverage/figures/straightCosts.ts).
 */
export interface TimesMeta {
	readonly category: string;
	readonly mode: "any" | "own";
	readonly facilityIds: readonly string[];
	readonly limit: number | null;
	readonly limitUnit: "minutes" | "metres";
}
