// One value of one record set by hand: which fields of which kind can be, and what text each takes.
import type { Zone } from "../../city/records.ts";
import type { RecordKind } from "../identities.ts";
import { streetKindNamed, twelveDigits } from "../unitCodes.ts";

/** The value that a text means; undefined when the field cannot hold it. */
type Parse = (text: string) => unknown;

const ZONES: readonly Zone[] = ["urban", "new-town", "market-town", "village"];

const some: Parse = (text) => (text === "" ? undefined : text);
const text: Parse = (value) => value || null;
const count: Parse = (value) => {
	if (value === "") return null;
	const number = Number(value);
	return Number.isInteger(number) && number >= 0 && number <= 2_147_483_647 ? number : undefined;
};
const neededCount: Parse = (value) => count(value) ?? undefined;
const area: Parse = (value) => {
	if (value === "") return null;
	const number = Number(value);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
};
const unitCode: Parse = (value) => (value === "" ? null : (twelveDigits(value) ?? value));

const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, Parse>>>> = {
	divisions: {
		code: (value) => twelveDigits(value) ?? some(value),
		name: some,
		parentCode: unitCode,
		streetKind: (value) => (value === "" ? null : streetKindNamed(value)),
		zone: (value) => (value === "" ? null : ZONES.find((zone) => zone === value)),
		declaredResidents: count,
		declaredHouseholds: count,
	},
	facilities: {
		id: some,
		name: some,
		floorAreaM2: area,
		serviceAreaM2: area,
		officeAreaM2: area,
		capacity: count,
		operatorCode: unitCode,
		premisesId: text,
		address: text,
	},
	residences: {
		id: some,
		residents: neededCount,
		households: count,
		elders: count,
		children: count,
		declaredUnitCode: unitCode,
	},
	exceptions: { reason: some },
	land: { id: some, use: some, name: text },
};

/** The record with one field set; null when the kind has no such field or the text is no value of it. */
export function withValue<R extends object>(
	kind: RecordKind,
	record: R,
	{ field, value }: { readonly field: string; readonly value: string | null },
): R | null {
	const fields = FIELDS[kind];
	if (!Object.hasOwn(fields, field)) return null;
	const parsed = fields[field]((value ?? "").normalize("NFKC").trim());
	return parsed === undefined ? null : { ...record, [field]: parsed };
}
