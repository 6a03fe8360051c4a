// DBF field names have at most 10 bytes. A long column is named by another name that the importer finds by itself, where
// there is one that fits, else by its beginning.
import { FIELD_COLUMNS } from "../../../planning/layers/fields.ts";

const LONGEST_NAME_BYTES = 10;

/** A name for each column, all different (also to readers that ignore upper and lower case). */
export function shortNames(columns: readonly string[]): string[] {
	const taken = new Set<string>();
	return columns.map((column) => {
		const wanted = fits(column)
			? column
			: (aliasOf(column) ?? beginning(column, LONGEST_NAME_BYTES));
		let name = wanted;
		for (let n = 2; taken.has(name.toLowerCase()); n++)
			name = `${beginning(wanted, LONGEST_NAME_BYTES - 1 - String(n).length)}_${n}`;
		taken.add(name.toLowerCase());
		return name;
	});
}

function aliasOf(column: string): string | undefined {
	const names = Object.values(FIELD_COLUMNS).find((aliases: readonly string[]) =>
		aliases.includes(column),
	);
	return names?.find((name) => fits(name) && /^\w+$/.test(name));
}

function fits(name: string): boolean {
	return Buffer.byteLength(name) <= LONGEST_NAME_BYTES;
}

function beginning(name: string, bytes: number): string {
	let kept = "";
	for (const character of name) {
		if (Buffer.byteLength(kept + character) > bytes) break;
		kept += character;
	}
	return kept;
}
