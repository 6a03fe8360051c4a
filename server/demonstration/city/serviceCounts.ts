// How many facilities of each category a city has: 25,000 in all in the whole city, most of those that are timed.
import { CITY_SCALE, type CityScale } from "./CityScale.ts";

/** `committee`, `street`: so many of those units have one; `open`: anywhere, by people. */
export interface ServiceCount {
	readonly code: string;
	readonly count: number;
	readonly by: "committee" | "street" | "open";
}

/** As many for each unit, or for as many people, as in the whole city. */
export function serviceCounts(scale: CityScale): ServiceCount[] {
	const shareOf = {
		committee: scale.committees / CITY_SCALE.committees,
		street: scale.streetUnits / CITY_SCALE.streetUnits,
		open: scale.residents / CITY_SCALE.residents,
	};
	return WHOLE_CITY.map((each) => ({ ...each, count: Math.round(each.count * shareOf[each.by]) }));
}

function each(by: ServiceCount["by"], counts: Readonly<Record<string, number>>): ServiceCount[] {
	return Object.entries(counts).map(([code, count]) => ({ code, count, by }));
}

const WHOLE_CITY: readonly ServiceCount[] = [
	...each("committee", {
		"ADM-NC": 5_940,
		"ADM-ISF": 1_150,
		"ADM-PSC": 1_100,
		"CUL-RM": 1_800,
		"ADM-SPOT": 1_000,
	}),
	...each("street", {
		"ADM-SUB": 220,
		"ADM-POL": 220,
		"ADM-JUD": 220,
		"ADM-RCP": 240,
		"ADM-SW": 220,
		"ADM-MIN": 200,
		"ELD-HUB": 230,
		"HEA-CHC": 270,
		"CUL-CEN": 250,
		"COM-CHR": 60,
	}),
	...each("open", {
		"ADM-HUB": 420,
		"ELD-DAY": 800,
		"ELD-ACT": 900,
		"ELD-HOME": 300,
		"ELD-CARE": 150,
		"ELD-MEAL": 700,
		"HEA-CHS": 760,
		"HEA-HOSP": 140,
		"EDU-MID": 600,
		"EDU-PRI": 900,
		"EDU-KG": 1_100,
		"EDU-NUR": 600,
		"SPO-GYM": 120,
		"SPO-L": 150,
		"SPO-M": 240,
		"SPO-S": 300,
		"SPO-FIT": 420,
		"SPO-FB": 120,
		"COM-MKT": 520,
		"COM-SHP": 480,
		"COM-MALL": 70,
		"COM-EXP": 400,
		"GRN-PK": 420,
		"TRA-BUS": 320,
		"TRA-MET": 120,
		"TRA-PRK": 90,
		"UTL-EV": 80,
		"UTL-WC": 300,
		"UTL-REF": 150,
		"EMG-SHL": 150,
		"EMG-FIRE": 60,
	}),
];
