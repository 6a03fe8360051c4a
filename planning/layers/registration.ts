// Is a file in GCJ-02 or BD-09? It is laid over what is committed; the offset of what is the same on both sides says so.
// Medians throughout, so that wrong matches and changed borders do not decide.
import type { OffsetFinding } from "../wire/understanding.ts";
import type { Words } from "./FeatureCells.ts";
import { median, medianVector, type RegistrationItem } from "./registrationItem.ts";
import {
	FEW_PAIRS,
	length,
	type Matches,
	matchedByBorders,
	matchedByCode,
	matchedByName,
	type OffsetInverses,
	SYSTEMS,
	type System,
} from "./registrationMatches.ts";
import { medianDistance } from "./registrationPairs.ts";
import { mixedWords, offsetWords } from "./registrationWords.ts";

export type { RegistrationItem } from "./registrationItem.ts";

export interface Registration {
	readonly finding: OffsetFinding | null;
	/** Said when a part of the file is shifted and a part is not; nothing is proposed then. */
	readonly mixed: Words | null;
}

/** Both systems shift by more than this everywhere in China. */
const LEAST_OFFSET_M = 100;
/** What remains must be at most this share of what was. */
const REMAINING_SHARE = 1 / 3;
const MOST_OFFSETS = 200;

/** The offset of a file, or null when it agrees with what is committed, or disagrees in another way. */
export function findOffset(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	undo: OffsetInverses,
): OffsetFinding | null {
	return register(sample, reference, undo).finding;
}

/** As `findOffset`, and whether the file is a mixture. */
export function register(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	undo: OffsetInverses,
): Registration {
	const matches = [matchedByCode, matchedByName].map((match) => match(sample, reference, undo));
	const enough = matches.find(({ names }) => names.length >= FEW_PAIRS);
	if (enough !== undefined) return decide(enough);
	const byBorders = matchedByBorders(sample, reference, undo);
	if (byBorders !== null) return decide(byBorders);
	const few = matches.find(({ names }) => names.length > 0);
	return few === undefined ? { finding: null, mixed: null } : decide(few);
}

function decide(matches: Matches): Registration {
	const { distances, names } = matches;
	const [system] = [...SYSTEMS].sort((a, b) => median(distances[a]) - median(distances[b])) as [
		System,
		System,
	];
	const right = agreeing(matches, system);
	const shifted = names.length - right;
	if (right >= 2 && shifted >= 2 && right >= matches.mixedShare * names.length)
		return {
			finding: null,
			mixed: isShiftOf(matches, system) ? mixedWords(shifted, right, system) : null,
		};
	return { finding: isFit(matches, system) ? findingOf(matches, system) : null, mixed: null };
}

function isFit(matches: Matches, system: System): boolean {
	const offset = medianVector(matches.offsets[system]);
	const offsetM = length(offset);
	const residualM = median(matches.distances[system]);
	const { biasM, scatterM } = matches.remains[system];
	const noiseM = (2.5 * scatterM) / Math.sqrt(matches.names.length);
	return (
		offsetM > LEAST_OFFSET_M &&
		residualM <= median(matches.distances.none) * REMAINING_SHARE &&
		residualM <= matches.largestFitM &&
		medianDistance(matches.offsets[system], offset) <= offsetM * REMAINING_SHARE &&
		biasM <= Math.max(offsetM / 20, noiseM)
	);
}

/** How many agree with what is committed as they stand, and not once the offset is removed. */
function agreeing({ distances }: Matches, system: System): number {
	const nearM = nearMetres(distances[system], distances.none);
	return distances.none.filter((noneM, i) => noneM <= nearM && distances[system][i] > nearM).length;
}

/** Do a good part of the matches agree only once the offset is removed? */
function isShiftOf({ distances, names, mixedShare }: Matches, system: System): boolean {
	const nearM = nearMetres(distances[system], distances.none);
	const count = distances[system].filter((d, i) => d <= nearM && distances.none[i] > nearM).length;
	return count >= 2 && count >= names.length * mixedShare;
}

/** As near as the better half of the better reading is, with room for a change here and there. */
function nearMetres(removed: readonly number[], none: readonly number[]): number {
	const better = removed.map((valueM, i) => Math.min(valueM, none[i]));
	return Math.min(LEAST_OFFSET_M, Math.max(2, 3 * median(better)));
}

function findingOf(matches: Matches, system: System): OffsetFinding {
	const offsets = matches.offsets[system];
	const offset = medianVector(offsets);
	const step = Math.max(1, offsets.length / MOST_OFFSETS);
	const shown = Array.from({ length: Math.floor(offsets.length / step) }, (_, i) =>
		Math.floor(i * step),
	);
	const found = {
		system,
		matchedBy: matches.matchedBy,
		pairs: offsets.length,
		medianM: length(offset),
		bearingDeg: ((Math.atan2(offset[0], offset[1]) * 180) / Math.PI + 360) % 360,
		spreadM: medianDistance(offsets, offset),
		residualM: median(matches.distances[system]),
		offsets: shown.map((i) => ({
			name: matches.names[i],
			eastM: offsets[i][0],
			northM: offsets[i][1],
		})),
	};
	return { ...found, words: offsetWords(found) };
}
