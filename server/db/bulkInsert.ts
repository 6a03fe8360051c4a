// Many rows at once on either engine: one array per column, unnested by the database.
import type { Knex } from "knex";

export interface BulkColumn {
	readonly name: string;
	/** SQL type of the array's elements, e.g. `text`, `integer`, `double precision`. */
	readonly type: string;
	/** How the column is made from the element; `{}` stands for it, e.g. `{}::geometry` for EWKB in hex. */
	readonly expression?: string;
}

/** So that a column of short texts stays under the 128 kB above which memory is given back late. */
const BATCH = 2_000;

/** Insert rows in batches; returns how many. Values in the order of `columns`; null stays null. */
export async function bulkInsert(
	trx: Knex,
	table: string,
	columns: readonly BulkColumn[],
	rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<number> {
	const sql = insertSql(table, columns);
	let batch: (readonly unknown[])[] = [];
	let count = 0;
	// one batch is on its way while the next is made: the database and this thread work side by side
	let onItsWay: Promise<unknown> = Promise.resolve();
	const flush = async () => {
		if (batch.length === 0) return;
		const values = columns.map((_, i) => batch.map((row) => row[i] ?? null));
		count += batch.length;
		batch = [];
		await onItsWay;
		onItsWay = trx.raw(sql, values as Knex.RawBinding[]).then();
		onItsWay.catch(() => undefined); // told by the next await; never left unheard
	};
	for await (const row of rows) {
		batch.push(row);
		if (batch.length === BATCH) await flush();
	}
	await flush();
	await onItsWay;
	return count;
}

function insertSql(table: string, columns: readonly BulkColumn[]): string {
	const names = columns.map(({ name }) => name).join(", ");
	const values = columns.map(({ name, expression = "{}" }) =>
		expression.replace("{}", `given.${name}`),
	);
	const arrays = columns.map(({ type }) => `?::${type}[]`).join(", ");
	return `insert into ${table} (${names}) select ${values.join(", ")} from unnest(${arrays}) as given (${names})`;
}
