// Where people live: buildings in parcels, with people in the proportions of the plan, exact in sum per unit.
import type { ResidenceRecord } from "../../planning/city/records.ts";
import { at, valueAt } from "./at.ts";
import type { CityPlan, Style } from "./CityPlan.ts";
import { type Lattice, placeAt } from "./Lattice.ts";
import type { Parcel, Parcels } from "./parcels.ts";
import type { Random } from "./Random.ts";
import { plannedResidents, type Territory } from "./territory.ts";

export interface Home extends ResidenceRecord {
	readonly households: number;
	/** Lattice cell it stands in. */
	readonly cell: number;
	readonly style: Style;
}

interface Building {
	/** Distance between buildings, in cells. */
	readonly spacing: number;
	/** Distance from the parcel's edge. */
	readonly inBy: number;
	/** People aged 60 and over, and children, per resident. */
	readonly elders: number;
	readonly children: number;
}

const TOWN: Building = { spacing: 0.46, inBy: 0.24, elders: 0.24, children: 0.11 };
const BUILDING: Readonly<Partial<Record<Style, Building>>> = {
	o: { spacing: 0.37, inBy: 0.12, elders: 0.31, children: 0.08 },
	w: { spacing: 0.46, inBy: 0.26, elders: 0.25, children: 0.1 },
	n: { spacing: 0.66, inBy: 0.28, elders: 0.14, children: 0.16 },
	t: { spacing: 0.48, inBy: 0.2, elders: 0.22, children: 0.12 },
	v: { spacing: 0.55, inBy: 0.3, elders: 0.33, children: 0.09 },
	f: { spacing: 1.3, inBy: 0.4, elders: 0.33, children: 0.09 },
};

/** All residences in the order of their ids, north-west to south-east by parcel. */
export function settle(
	plan: CityPlan,
	lattice: Lattice,
	parcels: Parcels,
	{ territory, random }: { territory: Territory; random: Random },
): Home[] {
	const planned = plannedResidents(plan, parcels);
	const drafts: { parcel: Parcel; u: number; v: number; weight: number }[] = [];
	parcels.parcels.forEach((parcel, index) => {
		if (at(planned, index) === 0) return;
		const places = placesIn(parcel, random);
		const raw = places.map(() => random.between(0.55, 1.45));
		const sum = raw.reduce((total, weight) => total + weight, 0);
		places.forEach(([u, v], i) => {
			drafts.push({ parcel, u, v, weight: (at(raw, i) / sum) * at(planned, index) });
		});
	});
	const residents = wholeNumbers(
		drafts.map(({ weight, parcel }) => ({ weight, unit: parcel.unit })),
		new Map(plan.units.map(({ letter, residents: total }) => [letter, total])),
	);
	return drafts.map(({ parcel, u, v }, index) => {
		const cell = Math.floor(v) * lattice.columns + Math.floor(u);
		const committee = at(territory.committeeOf, cell);
		const { elders, children } = BUILDING[parcel.style] ?? TOWN;
		const people = at(residents, index);
		return {
			id: `R${String(index + 1).padStart(5, "0")}`,
			lonLat: placeAt(lattice, u, v),
			residents: people,
			households: Math.max(1, Math.round(people / random.between(2.25, 2.55))),
			elders: Math.floor(people * elders * random.between(0.75, 1.25)),
			children: Math.floor(people * children * random.between(0.75, 1.25)),
			declaredUnitCode: committee < 0 ? null : at(territory.committees, committee).code,
			cell,
			style: parcel.style,
		};
	});
}

/** Building places of a parcel in rows, slightly out of line. */
function placesIn(parcel: Parcel, random: Random): [number, number][] {
	const { spacing, inBy } = BUILDING[parcel.style] ?? { ...TOWN, spacing: 0.6 };
	const [across, down] = [parcel.width - 2 * inBy, parcel.height - 2 * inBy];
	const columns = Math.max(1, Math.round(across / spacing));
	const rows = Math.max(1, Math.round(down / spacing));
	const places: [number, number][] = [];
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const shift = () => random.between(-0.22, 0.22);
			places.push([
				parcel.u + inBy + (across * (column + 0.5 + shift())) / columns,
				parcel.v + inBy + (down * (row + 0.5 + shift())) / rows,
			]);
		}
	return places;
}

/** Whole numbers near the weights whose sums per unit are exact (largest remainders). */
function wholeNumbers(
	drafts: readonly { weight: number; unit: string }[],
	totals: ReadonlyMap<string, number>,
): number[] {
	const whole = drafts.map(({ weight }) => Math.floor(weight));
	for (const [unit, total] of totals) {
		const members = drafts.flatMap((draft, index) => (draft.unit === unit ? [index] : []));
		let rest = total - members.reduce((sum, index) => sum + at(whole, index), 0);
		const remainder = new Map(members.map((index) => [index, at(drafts, index).weight % 1]));
		members.sort((a, b) => valueAt(remainder, b) - valueAt(remainder, a) || a - b);
		for (const index of members) {
			if (rest <= 0) break;
			whole[index] = at(whole, index) + 1;
			rest--;
		}
	}
	return whole;
}
