// Where need and lack meet: units in three by three classes of how many people live on a square kilometre and how few are
// covered. The bivariate map of J. C. Olson 1981, Annals of the AAG 71(2), 259–276 (from memory), by terciles.

export interface PriorityUnit {
	readonly code: string;
	/** Of whom the coverage is asked. */
	readonly people: number;
	readonly areaKm2: number;
	/** Coverage; null where there is no data. */
	readonly pct: number | null;
}

/** Lowest value of the middle and of the upper third; null where no unit is in it. */
export type TercileBounds = readonly [middle: number | null, upper: number | null];

export interface Priorities {
	/** By unit: need (0–2) × 3 + lack (0–2), so that 8 is where most is needed and most lacks; null without data. */
	readonly classes: readonly (number | null)[];
	/** People per square kilometre. */
	readonly needBounds: TercileBounds;
	/** Per cent of people not covered. */
	readonly lackBounds: TercileBounds;
}

/** Priorities of units. Thirds are equal counts of the units with data; equal values share the lower class. */
export function priorities(units: readonly PriorityUnit[]): Priorities {
	const known = units.filter(hasData);
	const needBounds = tercileBounds(known.map(needOf));
	const lackBounds = tercileBounds(known.map(lackOf));
	return {
		classes: units.map((unit) =>
			hasData(unit)
				? tercileOf(needOf(unit), needBounds) * 3 + tercileOf(lackOf(unit), lackBounds)
				: null,
		),
		needBounds,
		lackBounds,
	};
}

type KnownUnit = PriorityUnit & { readonly pct: number };

function hasData(unit: PriorityUnit): unit is KnownUnit {
	return unit.pct !== null && unit.areaKm2 > 0;
}

function needOf({ people, areaKm2 }: KnownUnit): number {
	return people / areaKm2;
}

function lackOf({ pct }: KnownUnit): number {
	return 100 - pct;
}

/** A value takes the first place of its equals in the order, so that they are not torn apart. */
function tercileBounds(values: readonly number[]): TercileBounds {
	const sorted = [...values].sort((a, b) => a - b);
	const bounds: [number | null, number | null] = [null, null];
	sorted.forEach((value, place) => {
		const tercile = Math.floor((3 * place) / sorted.length);
		if (tercile > 0 && value !== sorted[place - 1]) bounds[tercile - 1] ??= value;
	});
	return bounds;
}

function tercileOf(value: number, [middle, upper]: TercileBounds): number {
	if (upper !== null && value >= upper) return 2;
	return middle !== null && value >= middle ? 1 : 0;
}
