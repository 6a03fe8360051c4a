// How the records of a layer lie beside the layers in force.
import type { FacilityRecord, ResidenceRecord, UnitRecord } from "../../city/records.ts";
import { lastOf, type Steps } from "../../steps.ts";
import { atRows } from "../atRows.ts";
import type { Issue } from "../Issue.ts";
import type { RecordKind } from "../identities.ts";
import type { Reference } from "../Reference.ts";
import { facilitySteps } from "./facilityRelations.ts";
import { nearDuplicates } from "./nearDuplicates.ts";
import { residenceSteps } from "./residenceRelations.ts";
import { unitRelations } from "./unitRelations.ts";

/**
 * Issues of place, name and sum, for records of a kind that would be in force together. They say which rows they are
 * about when the reference can tell. Cost n log n.
 */
export function relationIssues(
	kind: RecordKind,
	records: readonly object[],
	reference: Reference,
): Issue[] {
	const issues = lastOf(relationSteps(kind, records, reference));
	return reference.placeOf === undefined ? issues : atRows(issues, reference.placeOf);
}

/** The same in steps, without rows. */
export function* relationSteps(
	kind: RecordKind,
	records: readonly object[],
	reference: Reference,
): Steps<Issue[]> {
	switch (kind) {
		case "divisions":
			return unitRelations(records as readonly UnitRecord[], reference);
		case "facilities": {
			const facilities = records as readonly FacilityRecord[];
			const issues = yield* facilitySteps(facilities, reference);
			return [...issues, ...nearDuplicates(facilities)];
		}
		case "residences":
			return yield* residenceSteps(records as readonly ResidenceRecord[], reference);
		default:
			return [];
	}
}
