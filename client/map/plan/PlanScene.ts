// Everything the map of a drawing table shows, as plain values.
import type { UnitKind } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { PlanPicture } from "../../../planning/plan/drawing/PlanPicture.ts";
import type { SnapTo } from "../../../planning/plan/drawing/snapping.ts";
import type { Theme } from "../palette.ts";

/** What is being drawn: a line with its corners, or a ring, and where the next point would go. */
export interface Sketch {
	readonly kind: "blade" | "redraw" | "lasso" | "link";
	readonly line: readonly LonLat[];
	readonly corners: readonly LonLat[];
	/** From the last corner to the pointer. */
	readonly next: readonly LonLat[];
	readonly snappedTo: SnapTo | null;
}

/** Homes whose walk comes within the limit, or no more. */
export interface ShiftedHome {
	readonly at: LonLat;
	readonly residents: number;
	readonly isGain: boolean;
}

export interface PlanScene {
	readonly theme: Theme;
	readonly picture: PlanPicture;
	/** The layer that is drawn in. */
	readonly layer: UnitKind;
	readonly showing: "difference" | "before" | "after";
	/** Codes of cells: chosen; in the way of what was refused; of what would be legal; of the step that is pointed at. */
	readonly selected: readonly string[];
	readonly blocked: readonly string[];
	readonly offered: readonly string[];
	readonly pointed: readonly string[];
	readonly homes: readonly ShiftedHome[];
	readonly sketch: Sketch | null;
}
