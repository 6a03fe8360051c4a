// Units that an address names in full: districts and street-level units.
import type { UnitRecord } from "../../city/records.ts";

/** Shorter names stand in too many words. */
const SHORTEST = 3;
/** Only names that end in what they are: a street is often called like the 街道 it lies in. */
const FULL_NAME = /(?:区|县|街道|镇|乡)$/;

export class UnitNames {
	private readonly byName = new Map<string, UnitRecord[]>();
	private readonly lengths: readonly number[];

	constructor(units: readonly UnitRecord[]) {
		for (const unit of units) {
			if (unit.kind !== "district" && unit.kind !== "street") continue;
			if (unit.name.length < SHORTEST || !FULL_NAME.test(unit.name)) continue;
			const known = this.byName.get(unit.name);
			if (known === undefined) this.byName.set(unit.name, [unit]);
			else known.push(unit);
		}
		this.lengths = [...new Set([...this.byName.keys()].map(({ length }) => length))].sort(
			(a, b) => b - a,
		);
	}

	/** Units by each name that stands in the text; several where units share it. A longer name hides those within it. */
	namedIn(text: string): (readonly UnitRecord[])[] {
		const found: (readonly UnitRecord[])[] = [];
		for (let at = 0; at < text.length; at++)
			for (const length of this.lengths) {
				const units = this.byName.get(text.slice(at, at + length));
				if (units === undefined || at + length > text.length) continue;
				found.push(units);
				at += length - 1;
				break;
			}
		return found;
	}
}
