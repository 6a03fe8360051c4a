// Ids of the ways of a line layer: the file's own where it has usable ones.
import { textOf } from "../../../planning/layers/FeatureCells.ts";
import { numberOf, type SourceFeature } from "../../../planning/layers/SourceFeature.ts";

const ID_COLUMNS = ["osm_id", "@id", "id"];
/** Where a number is taken, counting goes on from here: beyond any id of OpenStreetMap. */
const FIRST_SPARE = 1e12;

export class LineIds {
	private readonly columns: readonly string[];
	private readonly taken = new Set<number>();
	private spare = FIRST_SPARE;

	/** `named` is the column that a person named. */
	constructor(named: string | undefined) {
		this.columns = named === undefined ? ID_COLUMNS : [named];
	}

	/** The first whole positive number of `osm_id`, `@id`, `id`, else the feature's number; another one if that is taken. */
	idOf({ properties, place }: SourceFeature): number {
		const byName = new Map(
			Object.entries(properties).map(([column, value]) => [column.trim().toLowerCase(), value]),
		);
		let id = numberOf(place);
		for (const column of this.columns) {
			const given = wholeNumber(byName.get(column.trim().toLowerCase()));
			if (given === null) continue;
			id = given;
			break;
		}
		while (this.taken.has(id)) id = this.spare++;
		this.taken.add(id);
		return id;
	}
}

/** `12`, `"12"`, `"12.0"` and `"way/12"`. */
function wholeNumber(value: unknown): number | null {
	const digits = /^(?:way\/)?(\d{1,16})(?:\.0+)?$/.exec(textOf(value))?.[1];
	const number = Number(digits ?? 0);
	return Number.isSafeInteger(number) && number > 0 ? number : null;
}
