// Classes of a residence by its walk: bands up to the category's own limit, then beyond, then not attached.

export const BEYOND = 250;
export const NOT_ATTACHED = 251;
const NOT_ATTACHED_REASON = 2; // index into REASONS of planning/coverage/analysis.ts

export interface WalkBands {
	/** Upper bounds, in minutes or metres; the last is the limit. */
	readonly upTo: readonly number[];
	readonly unit: "minutes" | "metres";
}

/** Bands of five minutes up to the limit; for a radius, thirds of it, rounded to 50 m. At most three bands. */
export function walkBands(limit: number, unit: "minutes" | "metres"): WalkBands {
	if (unit === "metres") {
		const third = (part: number) => Math.round((limit * part) / 150) * 50;
		return { upTo: [third(1), third(2), limit], unit };
	}
	const step = limit > 15 ? limit / 3 : 5;
	const upTo: number[] = [];
	for (let minutes = step; minutes < limit; minutes += step) upTo.push(minutes);
	return { upTo: [...upTo, limit], unit };
}

/** Walks of all residences; `costDm` in decimetres of level walking. */
export interface Walks {
	readonly costDm: Uint32Array;
	readonly within: Uint8Array;
	readonly reason: Uint8Array;
	readonly speedMPerMin: Float32Array;
}

/** A class per residence: index of its band, BEYOND, or NOT_ATTACHED. `within` decides, never a rounded minute. */
export function walkClasses(walks: Walks, bands: WalkBands): Uint8Array {
	const classes = new Uint8Array(walks.costDm.length);
	const last = bands.upTo.length - 1;
	walks.costDm.forEach((costDm, i) => {
		if (walks.reason[i] === NOT_ATTACHED_REASON) classes[i] = NOT_ATTACHED;
		else if (walks.within[i] === 0) classes[i] = BEYOND;
		else {
			const walk =
				bands.unit === "metres" ? costDm / 10 : minutesOf(costDm, walks.speedMPerMin[i] ?? 0);
			const band = bands.upTo.findIndex((bound) => walk <= bound);
			classes[i] = band < 0 ? last : band;
		}
	});
	return classes;
}

/** Minutes of a cost at a speed. */
export function minutesOf(costDm: number, speedMPerMin: number): number {
	return costDm / 10 / speedMPerMin;
}
