// From the form to the correction that is sent: only what differs, numbers as numbers, empty as null. Pure.

import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { Correction } from "../../../../planning/wire/layers.ts";
import type { LayerKey, LayerRecord } from "../../../data/layerQueries.ts";

export interface CorrectionForm {
	readonly action: Correction["action"];
	readonly id: string;
	/** As typed. */
	readonly values: Readonly<Record<string, string>>;
	readonly lonLat: LonLat | null;
	readonly reason: string;
}

/** Fields of a record added by hand; what exists shows the fields it has. */
export const NEW_FIELDS: Readonly<Record<string, readonly string[]>> = {
	facilities: ["name", "address", "floorAreaM2", "capacity", "operatorCode"],
	residences: ["residents", "households", "elders", "children"],
	divisions: [],
};

const NUMBERS = new Set([
	"residents",
	"households",
	"elders",
	"children",
	"capacity",
	"floorAreaM2",
	"serviceAreaM2",
	"officeAreaM2",
	"declaredResidents",
	"declaredHouseholds",
]);

export function formOf(record: LayerRecord): CorrectionForm {
	const values = Object.entries(record.values).map(([field, value]) => [
		field,
		value === null ? "" : String(value),
	]);
	return {
		action: "change",
		id: record.id,
		values: Object.fromEntries(values),
		lonLat: [record.lon, record.lat],
		reason: "",
	};
}

/** What to send; `before` is null for a new record. Units do not move by a point. */
export function correctionOf(
	{ kind, scope }: LayerKey,
	form: CorrectionForm,
	before: LayerRecord | null,
): Omit<Correction, "acceptWarnings" | "renewSnapshot"> {
	const { action, id, lonLat, reason } = form;
	const isMoved =
		lonLat !== null &&
		kind !== "divisions" &&
		(before === null || before.lon !== lonLat[0] || before.lat !== lonLat[1]);
	return {
		kind: kind as Correction["kind"],
		scope,
		action,
		id,
		values: action === "remove" ? {} : changedValues(form, before),
		...(isMoved && action !== "remove" ? { lonLat: [lonLat[0], lonLat[1]] } : {}),
		reason,
	};
}

/** Is there anything to send? */
export function isChanged(
	layer: LayerKey,
	form: CorrectionForm,
	before: LayerRecord | null,
): boolean {
	if (form.action !== "change") return true;
	const { values, lonLat } = correctionOf(layer, form, before);
	return Object.keys(values).length > 0 || lonLat !== undefined;
}

function changedValues({ values }: CorrectionForm, before: LayerRecord | null) {
	const changed: Record<string, string | number | null> = {};
	for (const [field, text] of Object.entries(values)) {
		const was = before?.values[field] ?? null;
		const now = typedValue(field, text, typeof was === "number");
		if (now !== was) changed[field] = now;
	}
	return changed;
}

function typedValue(field: string, text: string, wasNumber: boolean): string | number | null {
	const trimmed = text.trim();
	if (trimmed === "") return null;
	const isNumber = wasNumber || NUMBERS.has(field);
	return isNumber && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}
