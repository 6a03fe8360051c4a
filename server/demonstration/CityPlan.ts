// What the generator is told about a city: sheets of tiles drawn by hand, and the figures of its units.
import type { StreetKind } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";

/**
 * What a tile is built as. o old lanes · w walled superblocks · n new town · t market town · v village · f fields ·
 * p park · i industry · ~ river, and four new-town places with a part to play: x the bank opposite a neighbour's
 * centre, k the pocket behind the railway, e the exclave, h the estate on unassigned land. `.` lies outside.
 */
export type Style =
	| "o"
	| "w"
	| "n"
	| "t"
	| "v"
	| "f"
	| "p"
	| "i"
	| "~"
	| "x"
	| "k"
	| "e"
	| "h"
	| ".";

export interface UnitPlan {
	/** The letter of its tiles. */
	readonly letter: string;
	readonly code: string;
	readonly name: string;
	readonly streetKind: StreetKind;
	readonly residents: number;
	/** Residents per tile of each style, relative to one another. */
	readonly density: Readonly<Partial<Record<Style, number>>>;
	readonly isHealthy: boolean;
}

/** A tile of the sheets, row and column from 0 in the north-west. */
export interface TilePlace {
	readonly row: number;
	readonly column: number;
}

export interface CityPlan {
	readonly seed: number;
	readonly cityName: string;
	readonly districtName: string;
	readonly districtCode: string;
	/** The north-west corner of the sheets. */
	readonly corner: LonLat;
	/** A tile is this many lattice cells a side; the river's row is two cells high. */
	readonly cellsPerTile: number;
	readonly cellM: number;
	/** Unit letter of each tile, a string per row; `~` across the row of the river. */
	readonly unitSheet: readonly string[];
	/** Style of each tile. */
	readonly styleSheet: readonly string[];
	readonly units: readonly UnitPlan[];
	/** Residents of a committee, on average: in towns and in villages. */
	readonly committeeResidents: { readonly town: number; readonly village: number };
	/** The railway runs north–south along the west side of this tile column; it is crossed on the north side of these tile rows. */
	readonly railway: {
		readonly column: number;
		readonly levelCrossingRow: number;
		readonly underpassRow: number;
	};
	/** The expressway runs along the north side of this tile row; streets on the west side of these columns pass below. */
	readonly expressway: { readonly row: number; readonly underpassColumns: readonly number[] };
	/** Bridges on the west side of these tile columns. */
	readonly bridgeColumns: readonly number[];
	/** Tile lines with broad streets. */
	readonly arterialRows: readonly number[];
	readonly arterialColumns: readonly number[];
	/** Circles: groups of units, each cut into so many. */
	readonly circles: readonly { readonly letters: string; readonly count: number }[];
	readonly planted: PlantedPlan;
}

/** Where the planted truths are; see geodata/README.md. */
export interface PlantedPlan {
	/** No markets and no health centre are built from this column east, in this unit. */
	readonly facilityGap: {
		readonly letter: string;
		readonly fromColumn: number;
		readonly categories: readonly string[];
	};
	/** The bank `x` belongs to `letter`; the centre of `neighbour` stands at the far end of this bridge. */
	readonly boundaryGap: {
		readonly letter: string;
		readonly neighbour: string;
		readonly bridgeColumn: number;
		readonly category: string;
	};
	/** The school of `letter` just across the railway from the pocket `k`, north side of this tile row. */
	readonly severance: {
		readonly letter: string;
		readonly schoolRow: number;
		readonly category: string;
	};
	/** The border of these two is drawn a lattice cell off, through a committee of the first. */
	readonly borderMisfit: { readonly letter: string; readonly neighbour: string };
	readonly missingMandatory: { readonly letter: string; readonly category: string };
	/** Units of whose committees one gets premises under 300 m², one less than 35 m² per 100 households. */
	readonly smallPremises: string;
	readonly floorAreaShort: string;
	/** The town area (a style of this unit) that is fit for a basic management unit, and the one that is one. */
	readonly bmuEligible: { readonly letter: string; readonly style: Style };
	readonly bmu: {
		readonly letter: string;
		readonly style: Style;
		readonly tile: TilePlace;
		readonly name: string;
	};
}
