// A district of eight committees for the example files: 汀南区 of the invented 澜州市, south of the demonstration city. Its
// layers fit one another: borders share every corner, units tile the unit above, counts sum up to those declared.
import type {
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	StreetKind,
	UnitKind,
	UnitRecord,
	Zone,
} from "../../../planning/city/records.ts";
import type { LonLat, PolygonRings } from "../../../planning/geo/LonLat.ts";
import type { StreetLineRecord } from "../exportTableOf.ts";

const SOUTH_WEST: LonLat = [120.57, 30.857];
const STEP: LonLat = [0.0062, 0.0051];
const COLUMNS = 4;
const ROWS = 2;
/** How far a corner stands from the lattice, in thousandths of a step, by its number. */
const SHIFTS = [0, 90, -70, 40, -110, 60, 120, -50, 20, -90, 70, -30, 100, -60, 30];

const DISTRICT = "990102000000";
const STREET = "990102001000";
const TOWN = "990102100000";

/** Committees by column and row of the lattice; the western half is the street, the eastern the town. */
const COMMITTEES: readonly {
	column: number;
	row: number;
	code: string;
	name: string;
	zone: Zone;
}[] = [
	{ column: 0, row: 0, code: "990102001001", name: "荷塘社区居委会", zone: "urban" },
	{ column: 1, row: 0, code: "990102001002", name: "柳岸社区居委会", zone: "urban" },
	{ column: 0, row: 1, code: "990102001003", name: "菱东社区居委会", zone: "urban" },
	{ column: 1, row: 1, code: "990102001004", name: "桥南社区居委会", zone: "urban" },
	{ column: 2, row: 0, code: "990102100001", name: "荻溪社区居委会", zone: "market-town" },
	{ column: 2, row: 1, code: "990102100002", name: "镇北社区居委会", zone: "market-town" },
	{ column: 3, row: 0, code: "990102100003", name: "苇塘社区居委会", zone: "market-town" },
	{ column: 3, row: 1, code: "990102100201", name: "芦湾村村委会", zone: "village" },
];

/** Places of residences in a committee's part of the lattice, with their counts. */
const HOMES = [
	{ at: [0.27, 0.31], households: 96, residents: 231, elders: 58, children: 27 },
	{ at: [0.66, 0.38], households: 72, residents: 180, elders: 41, children: 24 },
	{ at: [0.43, 0.71], households: 110, residents: 264, elders: 69, children: 30 },
] as const;
const RESIDENTS = HOMES.reduce((sum, { residents }) => sum + residents, 0);
const HOUSEHOLDS = HOMES.reduce((sum, { households }) => sum + households, 0);

interface Block {
	readonly west: number;
	readonly east: number;
	readonly south: number;
	readonly north: number;
}
const WHOLE: Block = { west: 0, east: COLUMNS, south: 0, north: ROWS };
const WEST: Block = { ...WHOLE, east: 2 };
const EAST: Block = { ...WHOLE, west: 2 };

interface UnitPlan {
	readonly kind: UnitKind;
	readonly code: string;
	readonly name: string;
	readonly parentCode: string | null;
	readonly streetKind?: StreetKind;
	readonly zone?: Zone;
	readonly block: Block;
}

const PLANS: readonly UnitPlan[] = [
	{ kind: "district", code: DISTRICT, name: "汀南区", parentCode: null, block: WHOLE },
	{
		kind: "street",
		code: STREET,
		name: "菱湖街道",
		parentCode: DISTRICT,
		streetKind: "subdistrict",
		block: WEST,
	},
	{
		kind: "street",
		code: TOWN,
		name: "荻溪镇",
		parentCode: DISTRICT,
		streetKind: "town",
		block: EAST,
	},
	...COMMITTEES.map(({ column, row, code, name, zone }): UnitPlan => {
		const block = { west: column, east: column + 1, south: row, north: row + 1 };
		return { kind: "committee", code, name, parentCode: column < 2 ? STREET : TOWN, zone, block };
	}),
	{
		kind: "bmu",
		code: "990102100B01",
		name: "荻东基本管理单元",
		parentCode: TOWN,
		block: { ...WHOLE, west: 3 },
	},
	{ kind: "circle", code: "990102C01", name: "菱湖片区", parentCode: DISTRICT, block: WEST },
	{ kind: "circle", code: "990102C02", name: "荻溪片区", parentCode: DISTRICT, block: EAST },
];

export const EXAMPLE_UNITS: readonly UnitRecord[] = PLANS.map((plan) => {
	const { kind, code, name, parentCode, block } = plan;
	const committeeCount = (block.east - block.west) * (block.north - block.south);
	return {
		...{ kind, code, name, parentCode },
		streetKind: plan.streetKind ?? null,
		zone: plan.zone ?? null,
		declaredResidents: RESIDENTS * committeeCount,
		declaredHouseholds: HOUSEHOLDS * committeeCount,
		seat:
			kind === "street" || kind === "committee"
				? placeAt(block.west + 0.5, block.south + 0.55)
				: null,
		polygons: [[outlineOf(block)]],
	};
});

export const EXAMPLE_RESIDENCES: readonly ResidenceRecord[] = COMMITTEES.flatMap(
	({ column, row, code }, committee) =>
		HOMES.map(({ at, ...counts }, home) => ({
			id: `R${String(committee * HOMES.length + home + 1).padStart(3, "0")}`,
			lonLat: placeAt(column + at[0], row + at[1]),
			...counts,
			declaredUnitCode: code,
		})),
);

type FacilityPlan = readonly [
	category: string,
	name: string,
	column: number,
	row: number,
	more?: Partial<FacilityRecord>,
];

const FACILITY_PLANS: readonly FacilityPlan[] = [
	[
		"ADM-ISF",
		"菱湖社区综合服务中心",
		1.3,
		0.6,
		{ floorAreaM2: 860, operatorCode: STREET, premisesId: "P001" },
	],
	[
		"ADM-PSC",
		"菱湖党群服务中心",
		1.3,
		0.6,
		{ floorAreaM2: 420, operatorCode: STREET, premisesId: "P001" },
	],
	[
		"ADM-ISF",
		"荻溪社区综合服务中心",
		2.4,
		0.7,
		{ floorAreaM2: 640, operatorCode: TOWN, premisesId: "P002" },
	],
	["ADM-NC", "荷塘社区服务站", 0.5, 0.45, { floorAreaM2: 310, operatorCode: "990102001001" }],
	["HEA-CHC", "菱湖社区卫生服务中心", 0.8, 1.2, { floorAreaM2: 2600, capacity: 30 }],
	["EDU-PRI", "汀南第一小学", 1.6, 1.4, { capacity: 900, address: "菱湖路 18 号" }],
	["EDU-MID", "荻溪中学", 2.7, 1.3, { capacity: 720 }],
	["COM-MKT", "菱湖菜市场", 0.7, 0.75, { floorAreaM2: 1500 }],
	["COM-MKT", "荻溪集市", 2.2, 0.4, { floorAreaM2: 980 }],
	["ELD-DAY", "桥南老年人日间照料中心", 1.4, 1.7, { floorAreaM2: 350, capacity: 40 }],
	["GRN-PK", "菱湖公园", 1.75, 0.25, { entrances: [placeAt(1.68, 0.25), placeAt(1.82, 0.25)] }],
	["TRA-BUS", "芦湾公交站", 3.5, 1.5],
];

export const EXAMPLE_FACILITIES: readonly FacilityRecord[] = FACILITY_PLANS.map(
	([category, name, column, row, more], i) => ({
		...{ id: `F${String(i + 1).padStart(3, "0")}`, category, name, lonLat: placeAt(column, row) },
		...{ floorAreaM2: null, serviceAreaM2: null, officeAreaM2: null, capacity: null },
		...{ operatorCode: null, premisesId: null, address: null, entrances: [] },
		...more,
	}),
);

export const EXAMPLE_EXCEPTIONS: readonly ContiguityException[] = [
	{ kind: "bridge", cells: ["990102001002", "990102100001"], reason: "柳岸桥可步行通过" },
	{ kind: "ferry", cells: ["990102100003", "990102100201"], reason: "芦湾渡口每日开行" },
];

export const EXAMPLE_LAND: readonly LandRecord[] = COMMITTEES.flatMap(
	({ column, row, name }, i) => {
		const home = `${name.replace(/社区居委会|村村委会/, "")}居住地块`;
		const plot = (
			id: string,
			use: string,
			label: string | null,
			[west, east]: LonLat,
		): LandRecord => ({
			...{ id, use, name: label },
			polygons: [[squareOf(column + west, column + east, { south: row + 0.2, north: row + 0.8 })]],
		});
		return [
			plot(`L${i + 1}-1`, "居住用地", home, [0.15, 0.75]),
			plot(`L${i + 1}-2`, "公园绿地", null, [0.8, 0.9]),
		];
	},
);

const ROW_NAMES = ["荷塘路", "菱湖路"];
const COLUMN_NAMES = ["柳岸街", "桥南街", "荻溪街", "芦湾街"];
const FOOTWAY = "桥南街";
const HALVES = [0.5, 1.5, 2.5, 3.5];

/** Lines that meet at their corners only: the middles of the lattice. */
export const EXAMPLE_STREETS: readonly StreetLineRecord[] = [
	...ROW_NAMES.map((name, row) => ({
		name,
		line: HALVES.map((column) => placeAt(column, row + 0.5)),
	})),
	...COLUMN_NAMES.map((name, column) => ({
		name,
		line: [0.5, 1.5].map((row) => placeAt(column + 0.5, row)),
	})),
].map(({ name, line }, i) => ({
	...{ id: String(i + 1), name, highway: name === FOOTWAY ? "footway" : "residential" },
	...{ access: null, bridge: null, tunnel: null, oneway: null },
	line,
}));

/** Counter-clockwise through every corner of the lattice on the block's rim. */
function outlineOf({ west, east, south, north }: Block): LonLat[] {
	const ring: LonLat[] = [];
	for (let column = west; column < east; column++) ring.push(cornerAt(column, south));
	for (let row = south; row < north; row++) ring.push(cornerAt(east, row));
	for (let column = east; column > west; column--) ring.push(cornerAt(column, north));
	for (let row = north; row > south; row--) ring.push(cornerAt(west, row));
	return [...ring, cornerAt(west, south)];
}

function cornerAt(column: number, row: number): LonLat {
	const number = row * (COLUMNS + 1) + column;
	const shift = (i: number) => (SHIFTS[i % SHIFTS.length] ?? 0) / 1_000;
	return placeAt(column + shift(number), row + shift(number + 7));
}

function squareOf(
	west: number,
	east: number,
	rows: { south: number; north: number },
): PolygonRings[0] {
	const { south, north } = rows;
	const [first, ...others] = [
		placeAt(west, south),
		placeAt(east, south),
		placeAt(east, north),
		placeAt(west, north),
	];
	return first === undefined ? [] : [first, ...others, first];
}

/** A place by column and row of the lattice, in degrees of 7 decimals: about a centimetre. */
function placeAt(column: number, row: number): LonLat {
	const round = (degrees: number) => Number(degrees.toFixed(7));
	return [round(SOUTH_WEST[0] + column * STEP[0]), round(SOUTH_WEST[1] + row * STEP[1])];
}
