// The demonstration in small: every style and every planted truth on a hundred tiles.
import type { CityPlan } from "../../../server/demonstration/CityPlan.ts";
import { DISTRICT_PLAN } from "../../../server/demonstration/districtPlan.ts";

const RESIDENTS: Readonly<Record<string, number>> = { A: 26_000, E: 26_000, F: 60_000, G: 6_000 };

export const SMALL_PLAN: CityPlan = {
	...DISTRICT_PLAN,
	unitSheet: [
		"GGGGE.......",
		"GGGGEEEEEEE.",
		"AAAAEEEEEEE.",
		"AAAAEEEEEEE.",
		"~~~~~~~~~~~~",
		"AAFFFFFFFFF.",
		"FFFFFFFFFFF.",
		"FFEFFFFFFFF.",
		"FFFFFFFFFFF.",
	],
	styleSheet: [
		"vvttk.......",
		"vtttnnnnnnn.",
		"oowwnnnnnnn.",
		"oowwnnnnhnn.",
		"~~~~~~~~~~~~",
		"wwtttpxxpvv.",
		"ttttppppvvi.",
		"ttettfvvnnn.",
		"ttttvvvnnnn.",
	],
	units: DISTRICT_PLAN.units
		.filter(({ letter }) => letter in RESIDENTS)
		.map((unit) => ({ ...unit, residents: RESIDENTS[unit.letter] ?? 0 })),
	railway: { column: 4, levelCrossingRow: 2, underpassRow: 6 },
	expressway: { row: 8, underpassColumns: [2, 6, 9] },
	bridgeColumns: [1, 7],
	arterialRows: [2, 6],
	arterialColumns: [2, 7],
	circles: [
		{ letters: "A", count: 1 },
		{ letters: "F", count: 2 },
	],
	planted: {
		...DISTRICT_PLAN.planted,
		facilityGap: { letter: "E", fromColumn: 7, categories: ["COM-MKT"] },
		boundaryGap: { letter: "F", neighbour: "E", bridgeColumn: 7, category: "ADM-PSC" },
		severance: { letter: "G", schoolRow: 1, category: "EDU-PRI" },
		bmu: { letter: "G", style: "t", tile: { row: 1, column: 2 }, name: "小基本管理单元" },
	},
};
