// Which column holds a field: the one that was named, else the obvious one, per feature, because the features of a
// GeoJSON file need not have the same properties.
import { FIELD_COLUMNS, type Field, type NamedColumns } from "./fields.ts";

export type Properties = Readonly<Record<string, unknown>>;

export class ColumnPicker {
	/** Every column met so far, in the order met. */
	readonly columns = new Set<string>();
	private readonly named: NamedColumns;
	private readonly byLowerCase = new Map<string, string[]>();
	private readonly candidates = new Map<Field, string[]>();

	/** `columns` are those known beforehand, from a table's header. */
	constructor(named: NamedColumns, columns: readonly string[] = []) {
		this.named = named;
		for (const column of columns) this.addColumn(column);
	}

	/** Take note of a feature's columns. */
	see(properties: Properties): void {
		for (const column in properties) if (!this.columns.has(column)) this.addColumn(column);
	}

	/** The column of this feature that holds a field, or undefined. */
	columnOf(properties: Properties, field: Field): string | undefined {
		const named = this.named[field];
		if (named !== undefined) return Object.hasOwn(properties, named) ? named : undefined;
		return this.candidatesOf(field).find((column) => Object.hasOwn(properties, column));
	}

	isNamed(field: Field): boolean {
		return this.named[field] !== undefined;
	}

	/** True when some feature met so far has a column for the field. */
	isKnown(field: Field): boolean {
		const named = this.named[field];
		return named === undefined ? this.candidatesOf(field).length > 0 : this.columns.has(named);
	}

	/** Named columns that no feature met so far has. */
	absent(): string[] {
		return Object.values(this.named).filter((column) => !this.columns.has(column));
	}

	private addColumn(column: string): void {
		this.columns.add(column);
		const key = column.trim().toLowerCase();
		this.byLowerCase.set(key, [...(this.byLowerCase.get(key) ?? []), column]);
		this.candidates.clear();
	}

	private candidatesOf(field: Field): string[] {
		const known = this.candidates.get(field);
		if (known !== undefined) return known;
		const defaults: readonly string[] = FIELD_COLUMNS[field];
		const found = defaults.flatMap((column) => this.byLowerCase.get(column.toLowerCase()) ?? []);
		this.candidates.set(field, found);
		return found;
	}
}
