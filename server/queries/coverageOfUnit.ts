// Coverage of one unit: every category and mode, in the catalogue's order.
import type { Knex } from "knex";
import type { CoverageRow } from "../../planning/coverage/analysis.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import { coverageOfRun } from "./coverageOfRun.ts";
import type { UnitKey } from "./findUnit.ts";

const PLACE_OF = new Map(CATEGORIES.map(({ code }, place) => [code, place]));

export async function coverageOfUnit(
	db: Knex,
	runId: number,
	{ kind, code }: UnitKey,
): Promise<CoverageRow[]> {
	const rows = await coverageOfRun(db, runId, { unitKind: kind, unitCode: code });
	const place = ({ category }: CoverageRow) => PLACE_OF.get(category) ?? PLACE_OF.size;
	return rows.sort((a, b) => place(a) - place(b) || (a.mode < b.mode ? -1 : 1));
}
