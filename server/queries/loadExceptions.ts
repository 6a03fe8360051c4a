// Declared exceptions to contiguity of some layer versions.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { ContiguityException } from "../../planning/city/records.ts";

interface Row {
	readonly kind: ContiguityException["kind"];
	readonly from: string;
	readonly to: string | null;
	readonly reason: string;
}

/** Sorted by kind, then cells. */
export async function loadExceptions(
	db: Knex,
	versionIds: readonly number[],
): Promise<ContiguityException[]> {
	const { rows } = await db.raw<{ rows: Row[] }>(
		`
		select
		  contiguity_exceptions.kind,
		  contiguity_exceptions.from_code as "from",
		  contiguity_exceptions.to_code as "to",
		  contiguity_exceptions.reason
		from contiguity_exceptions
		where contiguity_exceptions.layer_version_id = any(?::integer[])
		`,
		[[...versionIds]],
	);
	const keyOf = ({ kind, cells }: ContiguityException) => [kind, ...cells].join(" ");
	return rows.map(exceptionOf).sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
}

function exceptionOf({ kind, from, to, reason }: Row): ContiguityException {
	if (kind === "exclave") return { kind, cells: [from], reason };
	if (to === null) throw new Error(`The ${kind} at ${from} leads nowhere.`);
	return { kind, cells: [from, to], reason };
}
