// A whole city as its generator hands it over: streets object by object, everything else as records.
import type {
	FacilityRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../../planning/city/records.ts";
import type { Way } from "../../../planning/streets/Way.ts";
import type { BookNode } from "../StreetBook.ts";

export interface WholeCity {
	readonly seed: number;
	readonly streets: {
		/** Sorted by id. */
		readonly nodes: Iterable<BookNode>;
		readonly ways: Iterable<Way>;
	};
	readonly units: readonly UnitRecord[];
	readonly residences: readonly ResidenceRecord[];
	readonly facilities: readonly FacilityRecord[];
}
