// Fields of records compared: quickly whether any differs, and then which, as text.
import type { Change } from "../../wire/checking.ts";
import type { RecordKind, RecordOf } from "../identities.ts";

type FieldsOf<R> = readonly (keyof R & string)[];

/** Fields beside identity, place and shape, in the order of showing. */
const FIELDS: { readonly [K in RecordKind]: FieldsOf<RecordOf[K]> } = {
	divisions: [
		"name",
		"parentCode",
		"streetKind",
		"zone",
		"declaredResidents",
		"declaredHouseholds",
		"seat",
	],
	facilities: [
		"name",
		"floorAreaM2",
		"serviceAreaM2",
		"officeAreaM2",
		"capacity",
		"operatorCode",
		"premisesId",
		"address",
		"entrances",
	],
	residences: ["residents", "households", "elders", "children", "declaredUnitCode"],
	exceptions: ["reason"],
	land: ["use", "name"],
};

type AnyRecord = RecordOf[RecordKind];

/** True when no field differs. */
export function hasSameFields(kind: RecordKind, before: AnyRecord, after: AnyRecord): boolean {
	return FIELDS[kind].every((field) => isSame(fieldOf(before, field), fieldOf(after, field)));
}

/** Every field that differs, with both values as text; null for none. */
export function changedFields(
	kind: RecordKind,
	before: AnyRecord,
	after: AnyRecord,
): Change["fields"] {
	return FIELDS[kind].flatMap((field) => {
		const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
		return isSame(old, now) ? [] : [{ field, before: textOf(old), after: textOf(now) }];
	});
}

function fieldOf(record: AnyRecord, field: string): unknown {
	return (record as unknown as Readonly<Record<string, unknown>>)[field];
}

function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== "object" || typeof other !== "object")
		return (one ?? null) === (other ?? null);
	return JSON.stringify(one) === JSON.stringify(other);
}

function textOf(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value))
		return value.map((part) => (Array.isArray(part) ? part.join(" ") : String(part))).join("; ");
	return String(value);
}
