// What the drawing table and its worker say to each other. The worker holds the plan: the page sends what a person did
// and draws what comes back.
import type { UnitKind } from "../../../planning/city/records.ts";
import type { Mode } from "../../../planning/coverage/analysis.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { PlaceNews } from "../../../planning/plan/drawing/looking.ts";
import type { MovedPeople } from "../../../planning/plan/drawing/movedPeople.ts";
import type { PlanPicture } from "../../../planning/plan/drawing/PlanPicture.ts";
import type { SnapTo } from "../../../planning/plan/drawing/snapping.ts";
import type { Measurement } from "../../../planning/plan/measure/Measurement.ts";
import type { Merged, PlanList } from "../../../planning/plan/mergePlans.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";

/** What is opened: a plan's operations on a snapshot, drawn and measured with the pack of one district. */
export interface PlanOpening {
	/** Hash of the snapshot. */
	readonly snapshot: string;
	/** 12 digits, or `all` for a small city. */
	readonly districtCode: string;
	readonly operations: readonly PlanOperation[];
	/** How many of them are done. */
	readonly done: number;
}

/** What the figures and the dots on the map are about. */
export interface PlanFocus {
	readonly layer: UnitKind;
	readonly category: string;
	readonly mode: Mode;
}

/** What a person does to a plan. */
export type PlanAct =
	| { readonly kind: "perform"; readonly op: PlanOperation }
	/** Cut every cell that the line crosses. */
	| { readonly kind: "blade"; readonly line: readonly LonLat[] }
	/** The line is the new border of the two units that it begins and ends between. */
	| { readonly kind: "redraw"; readonly line: readonly LonLat[] }
	| { readonly kind: "undo" }
	| { readonly kind: "redo" }
	| { readonly kind: "jump"; readonly done: number }
	/** Take one step out of the middle. */
	| { readonly kind: "remove"; readonly index: number }
	/** Another list instead: another's, or one that was kept. */
	| {
			readonly kind: "replace";
			readonly operations: readonly PlanOperation[];
			readonly done: number;
	  };

export interface Words {
	readonly zh: string;
	readonly en: string;
}

/** Walks of those who moved, of the focus: per cent within 0, 1 … 15 minutes. */
export interface MovedWalks extends NonNullable<MovedPeople["walks"]> {
	readonly residents: number;
}

export interface PlanStep extends Words {
	readonly op: PlanOperation["op"];
	/** Codes of cells that it names, to be shown when it is pointed at. */
	readonly cells: readonly string[];
	/** Units that it names, as `layer code`. */
	readonly units: readonly string[];
}

/** A plan as it stands. */
export interface PlanView {
	/** Grows with every change; a preview (a stroke that is not over) has the number of what it starts from. */
	readonly version: number;
	readonly isPreview: boolean;
	readonly steps: readonly PlanStep[];
	readonly done: number;
	readonly measurement: Measurement;
	/** Codes of touched units of which all people live in the pack: figures of others lack people. */
	readonly known: readonly string[];
	/** Cells that changed their unit of the focused layer, and the people in them. */
	readonly moved: Omit<MovedPeople, "walks">;
	readonly walks: MovedWalks | null;
	readonly picture: PlanPicture;
}

/** Why something was not done, in words, where, and what could be done instead. */
export interface RefusalNews extends Words {
	readonly code: string;
	readonly at: LonLat | null;
	/** The step of a list, from 0; null for a single one. */
	readonly index: number | null;
	/** Cells in the way. */
	readonly cells: readonly string[];
	/** The nearest legal operation; its cells are outlined with dots. */
	readonly nearest:
		| (Words & { readonly op: PlanOperation; readonly cells: readonly string[] })
		| null;
}

/** Where a drawn point goes. */
export interface Snapped {
	readonly at: LonLat;
	readonly to: SnapTo | null;
	/** From the point before, along streets where both lie on them; ends included. */
	readonly path: readonly LonLat[];
}

export type PlanOrder =
	| {
			readonly kind: "open";
			readonly number: number;
			readonly opening: PlanOpening;
			readonly focus: PlanFocus;
	  }
	| { readonly kind: "focus"; readonly number: number; readonly focus: PlanFocus }
	| { readonly kind: "act"; readonly number: number; readonly act: PlanAct }
	/** Cells crossed since the last one; the first begins a stroke. `to`: null takes the unit where it begins. */
	| {
			readonly kind: "brush";
			readonly number: number;
			readonly line: readonly LonLat[];
			readonly to: string | null;
			readonly isStart: boolean;
	  }
	/** End of a stroke: done, or taken back. */
	| { readonly kind: "brushEnd"; readonly number: number; readonly isKept: boolean }
	| { readonly kind: "lasso"; readonly number: number; readonly ring: readonly LonLat[] }
	| {
			readonly kind: "place";
			readonly number: number;
			readonly at: LonLat;
			readonly reachM: number;
	  }
	| {
			readonly kind: "snap";
			readonly number: number;
			readonly at: LonLat;
			readonly before: LonLat | null;
			readonly reachM: number;
			/** Only where it is, snapped to nothing. */
			readonly isFree: boolean;
			/** Borders of the focused layer before all else: a new border begins and ends there. */
			readonly isBorder: boolean;
	  }
	/** `isHashed`: with what it comes to; without, only the list. */
	| { readonly kind: "save"; readonly number: number; readonly isHashed: boolean }
	/** Another list on the same ground, looked at beside what is open. */
	| { readonly kind: "look"; readonly number: number; readonly list: PlanList }
	/** Whether another list on the same ground goes together with this one. */
	| {
			readonly kind: "merge";
			readonly number: number;
			readonly common: PlanList;
			readonly theirs: PlanList;
	  };

/** A plan to be kept: what the server replays. */
export interface PlanToSave {
	readonly operations: readonly PlanOperation[];
	readonly done: number;
	/** Empty where it was not asked for. */
	readonly hash: string;
	readonly version: number;
}

export type PlanNews =
	| {
			readonly kind: "progress";
			readonly number: number;
			readonly stage: "ground" | "streets" | "walks" | "replay";
			readonly pct: number;
	  }
	| {
			readonly kind: "opened";
			readonly number: number;
			readonly opened: PlanOpened;
			readonly view: PlanView;
	  }
	/** Parts of the picture that are absent are as they were. `left`: steps that could not be done without a removed one. */
	| {
			readonly kind: "view";
			readonly number: number;
			readonly view: Omit<PlanView, "picture"> & { readonly picture: Partial<PlanPicture> };
			readonly left: readonly RefusalNews[];
	  }
	| { readonly kind: "refused"; readonly number: number; readonly refusal: RefusalNews }
	| { readonly kind: "cells"; readonly number: number; readonly cells: readonly string[] }
	| { readonly kind: "place"; readonly number: number; readonly place: PlaceNews }
	| { readonly kind: "snapped"; readonly number: number; readonly snapped: Snapped }
	| { readonly kind: "toSave"; readonly number: number; readonly plan: PlanToSave }
	| { readonly kind: "looked"; readonly number: number; readonly view: PlanView }
	| { readonly kind: "merged"; readonly number: number; readonly merged: Merged }
	/** `code` of a server's refusal, or `failed`. */
	| {
			readonly kind: "failed";
			readonly number: number;
			readonly code: string;
			readonly words: Words | null;
	  };

/** What stays the same while a plan is open. */
export interface PlanOpened {
	/** lon, lat of each residence of the pack; indices of `Measurement`'s shifts. */
	readonly homes: Float64Array;
	readonly residents: Float64Array;
	/** West, south, east, north of the area. */
	readonly bbox: readonly [number, number, number, number];
	/** Operations of the opening that the snapshot does not allow; the plan stops before the first. */
	readonly refused: RefusalNews | null;
}
