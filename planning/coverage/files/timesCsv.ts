// times.csv: the nearest facility of every residence, category and mode, in pieces that fit in memory.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { secondsOf } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import { type Analysis, type City, type NearestTimes, REASONS } from "../analysis.ts";
import { csvLine } from "./csvLine.ts";

const HEADER = [
	"residence_id",
	"category",
	"mode",
	"walk_seconds",
	"facility_id",
	"within_limit",
	"reason",
];
const LINES_PER_PIECE = 4_000;

/** What times.csv is written from. */
export type WalkedTimes = Pick<Analysis, "times" | "speeds" | "residenceSpeed">;

/** Text of times.csv piece by piece, sorted by residence, category, mode. */
export function* timesCsv(
	city: Pick<City, "residences" | "facilities">,
	analysis: WalkedTimes,
): Generator<string> {
	const sorted = [...analysis.times].sort(
		(a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.mode, b.mode),
	);
	let piece = [csvLine(HEADER)];
	for (let residence = 0; residence < city.residences.length; residence++)
		for (const walks of sorted) {
			piece.push(lineOf(city, analysis, walks, residence));
			if (piece.length < LINES_PER_PIECE) continue;
			yield piece.join("");
			piece = [];
		}
	yield piece.join("");
}

function lineOf(
	city: Pick<City, "residences" | "facilities">,
	{ speeds, residenceSpeed }: WalkedTimes,
	walks: NearestTimes,
	residence: number,
): string {
	const costDm = walks.costDm[residence];
	const seconds =
		costDm === UNREACHED_DM
			? null
			: secondsOf(costDm, speeds[residenceSpeed[residence]]).toFixed(1);
	const facility = walks.facility[residence];
	return csvLine([
		city.residences[residence].id,
		walks.category,
		walks.mode,
		seconds,
		facility < 0 ? null : city.facilities[facility].id,
		walks.within[residence] === 1,
		REASONS[walks.reason[residence]],
	]);
}
