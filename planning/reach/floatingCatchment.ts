// E2SFCA, the enhanced two-step floating catchment area: how much of a scarce service each place can count on.
// W. Luo & Y. Qi 2009, Health & Place 15(4), 1100–1107. Step 1: each facility shares its supply among the people in
// its catchment, nearer people weighing more. Step 2: each residence adds up the shares it can walk to.
import { catchmentOf, createCatchment, type HomeIndex } from "./catchment.ts";
import type { Weights } from "./counts.ts";
import type { Reach } from "./reach.ts";

/** A ring of the catchment: costs up to `limitDm` and above the ring before. */
export interface DecayBand {
	readonly limitDm: number;
	readonly weight: number;
}

/** Luo & Qi's two sets of Gaussian weights for three rings of equal width (from memory; the paper uses 10, 20, 30 min). */
export const DECAY_WEIGHTS = { slow: [1, 0.68, 0.22], sharp: [1, 0.42, 0.09] } as const;

/** Three rings of equal width up to `limitDm`, with Luo & Qi's weights. */
export function decayBands(
	limitDm: number,
	weights: readonly number[] = DECAY_WEIGHTS.slow,
): DecayBand[] {
	return weights.map((weight, i) => ({
		limitDm: Math.floor((limitDm * (i + 1)) / weights.length),
		weight,
	}));
}

export interface CatchmentAsked {
	/** Indices of facilities, and the supply of each in the same order: places, floor area, or 1. */
	readonly facilities: ArrayLike<number>;
	readonly supply: ArrayLike<number>;
	/** People by residence. */
	readonly demand: Weights;
	/** Rings with rising limits. */
	readonly bands: readonly DecayBand[];
}

export interface Accessibility {
	/** Supply per person of demand, by residence; 0 where nothing is in reach. */
	readonly access: Float64Array;
	/** Supply per weighted person, by row of `facilities`; 0 where nobody is in reach. */
	readonly ratio: Float64Array;
}

/**
 * Accessibility of each residence. Conserved: Σ access × demand = Σ supply of the facilities with demand in reach.
 * One bounded search per facility serves both steps, because a facility's ratio needs only its own catchment.
 */
export function floatingCatchment(
	reach: Reach,
	homeIndex: HomeIndex,
	{ facilities, supply, demand, bands }: CatchmentAsked,
): Accessibility {
	const limitDm = bands.at(-1)?.limitDm ?? -1;
	const access = new Float64Array(reach.residences.length);
	const ratio = new Float64Array(facilities.length);
	const catchment = createCatchment(reach.residences.length);
	const { residence, costDm } = catchment;
	for (let row = 0; row < facilities.length; row++) {
		catchmentOf(reach, homeIndex, reach.facilities[facilities[row]], limitDm, catchment);
		let people = 0;
		for (let i = 0; i < catchment.count; i++)
			people += demand[residence[i]] * weightAt(bands, costDm[residence[i]]);
		if (people === 0) continue;
		ratio[row] = supply[row] / people;
		for (let i = 0; i < catchment.count; i++)
			access[residence[i]] += ratio[row] * weightAt(bands, costDm[residence[i]]);
	}
	return { access, ratio };
}

function weightAt(bands: readonly DecayBand[], dm: number): number {
	for (const { limitDm, weight } of bands) if (dm <= limitDm) return weight;
	return 0;
}
