// What may occur once only in a layer, of any kind of record.
import type {
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	UnitRecord,
} from "../city/records.ts";
import { unitReader } from "./divisions.ts";
import { exceptionReader } from "./exceptions.ts";
import { facilityReader } from "./facilities.ts";
import { landReader } from "./land.ts";
import { residenceReader } from "./residences.ts";

/** The record of each kind of layer. */
export interface RecordOf {
	readonly divisions: UnitRecord;
	readonly facilities: FacilityRecord;
	readonly residences: ResidenceRecord;
	readonly exceptions: ContiguityException;
	readonly land: LandRecord;
}
export type RecordKind = keyof RecordOf;

const READERS = {
	divisions: unitReader,
	facilities: facilityReader,
	residences: residenceReader,
	exceptions: exceptionReader,
	land: landReader,
} as const;

/** The identity of a record of a kind, as its reader says. */
export function identityOf<K extends RecordKind>(kind: K, record: RecordOf[K]): string {
	const { identityOf: identify } = READERS[kind] as { identityOf: (record: RecordOf[K]) => string };
	return identify(record);
}
