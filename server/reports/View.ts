// A view as values: everything that its brief, sheet, table and data say, so that two papers of one view cannot disagree.
import type { UnitKind } from "../../planning/city/records.ts";
import type { Sensitivity } from "../../planning/coverage/figures/band.ts";
import type { ClassBreaks } from "../../planning/coverage/figures/breaks.ts";
import type { SubjectLimits } from "../../planning/coverage/figures/subject.ts";
import type { UnitFigure } from "../../planning/coverage/figures/unitFigures.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Category } from "../../planning/standards/catalogue.ts";
import type { Question } from "../../planning/wire/figuresApi.ts";
import type { Spot } from "./map/MapPicture.ts";

export interface View {
	readonly question: Pick<Question, "mode" | "who" | "profile">;
	/** A category of the catalogue, or the composite. */
	readonly category: Category;
	/** `limits.own` is the standard's. */
	readonly limits: SubjectLimits;
	/** What was asked for, in `limits.unit`. */
	readonly limit: number;
	/** What the figures are of: the whole city, or one unit. */
	readonly area: { readonly kind: UnitKind | "all"; readonly code: string; readonly name: string };
	readonly cityName: string;
	readonly isDemonstration: boolean;
	/** 审图号; null says 示意图. */
	readonly mapReviewNumber: string | null;
	readonly snapshot: { readonly hash: string; readonly asOf: string };
	/** Metres per minute: the profile's, and that of villages where it differs. */
	readonly speeds: readonly number[];
	/** Of the area, people outside every unit of the level included. */
	readonly whole: UnitFigure;
	readonly level: UnitKind;
	/** Units of the level in the area, by code. */
	readonly rows: readonly ViewRow[];
	readonly breaks: ClassBreaks;
	/** How far the headline moves with speed, snapping and population. */
	readonly band: Sensitivity;
	/** Homes that do not state the people asked for. */
	readonly unknownHomes: number;
	/** Of the composite: people by how many of its parts they reach, from none to all. */
	readonly reachedPeople: readonly number[] | null;
	/** Where people beyond the limit live, most first. */
	readonly spots: readonly Spot[];
}

export interface ViewRow extends UnitFigure {
	readonly name: string;
	readonly parentName: string | null;
	/** Community service premises as the notice asks; null where it cannot be judged. */
	readonly isConforming: boolean | null;
	/** Inside, far from the edge. */
	readonly labelAt: LonLat;
}
