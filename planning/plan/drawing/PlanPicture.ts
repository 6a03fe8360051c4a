// What the map of a drawing table shows of a plan, as plain values.
import type { UnitKind } from "../../city/records.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";
import type { PlanBorders } from "./borders.ts";

export type UnitCodes = Readonly<Partial<Record<UnitKind, string>>>;

/** A cell of the area; the same as long as the ground is not cut or joined. */
export interface PlanCell {
	readonly code: string;
	readonly label: LonLat;
	readonly polygons: MultiPolygonRings;
	/** In the snapshot. */
	readonly unitsBefore: UnitCodes;
}

export interface PlanUnitMark {
	readonly kind: UnitKind;
	readonly code: string;
	readonly name: string;
	readonly parentCode: string | null;
	/** Made by the plan. */
	readonly isNew: boolean;
	/** 0 … TINT_COUNT − 1, so that neighbours differ. */
	readonly tint: number;
	/** Far from its border. */
	readonly label: LonLat;
	readonly seat: LonLat | null;
}

export interface PlanFacilityMark {
	readonly id: string;
	readonly category: string;
	readonly name: string;
	readonly at: LonLat;
	readonly change: "kept" | "new" | "moved" | "changed" | "closed";
}

export interface PlanLinkMark {
	readonly id: string;
	readonly kind: "opened" | "closed";
	/** One place for a closed one. */
	readonly line: readonly LonLat[];
}

export interface PlanPicture {
	readonly cells: readonly PlanCell[];
	/** Units of each of `cells` now. */
	readonly cellUnits: readonly UnitCodes[];
	/** Of the snapshot. */
	readonly borders: readonly PlanBorders[];
	/** What the plan does to them. */
	readonly changes: readonly PlanBorders[];
	readonly units: readonly PlanUnitMark[];
	readonly facilities: readonly PlanFacilityMark[];
	readonly links: readonly PlanLinkMark[];
}
