// The whole of a layer judged beside the layers in force: how divisions fit each other, where things lie.
import type { Knex } from "knex";
import type { UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { atRows, type PlaceOf } from "../../planning/layers/atRows.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import type { RecordKind } from "../../planning/layers/identities.ts";
import type { Reference } from "../../planning/layers/Reference.ts";
import { relationSteps } from "../../planning/layers/relations/relationIssues.ts";
import { AT, type ImportControl, stepByStep } from "./ImportControl.ts";
import { judgeFit } from "./judgeFit.ts";
import { runHere } from "./kernels.ts";

export interface Judged<R> {
	/** All that the layer would hold. */
	readonly records: readonly R[];
	/** Row of the file that a record came from. */
	readonly placeOf: PlaceOf;
	/** Places of gaps that stay on purpose. */
	readonly left: readonly LonLat[];
	readonly control: ImportControl;
}

export async function judgeDivisions(
	db: Knex | null,
	{ records, placeOf, left, control }: Judged<UnitRecord>,
	reference: Reference,
): Promise<Issue[]> {
	const { runKernel = runHere } = control;
	const fit = await judgeFit(db, records, { left, runKernel });
	const related = await runKernel("relations", records, reference);
	return atRows([...fit, ...related], placeOf);
}

/** For layers whose records do not depend on one another. */
export function judgeRelations(kind: RecordKind) {
	return async (
		_db: Knex | null,
		{ records, placeOf, control }: Judged<object>,
		reference: Reference,
	): Promise<Issue[]> => {
		const steps = relationSteps(kind, records, reference);
		return atRows(await stepByStep(steps, control, AT.relating), placeOf);
	};
}
