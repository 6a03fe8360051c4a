// How the units of one layer fit each other, as issues: who, where, how much, which rule holds, what a person can choose.
import type { UnitKind, UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Issue } from "../layers/Issue.ts";
import { selfCrossing } from "../layers/selfCrossing.ts";
import { findTroubles } from "./build/findTroubles.ts";
import type { Trouble, TroubleKind } from "./build/Outline.ts";
import { type Subdivision, subdivide } from "./build/Subdivision.ts";
import { FIT_WORDS, type FitKind, type Misfitting } from "./fitWords.ts";
import { FacesByPlace } from "./mend/faceAtPlace.ts";
import { closedUp, unitNames } from "./unitNames.ts";

/** Levels whose units share the whole city between them; circles and basic management units need not. */
const TILING_LEVELS: readonly UnitKind[] = ["district", "street", "committee"];
const OPEN_GROUND: readonly TroubleKind[] = ["gap", "unshared-border"];
const KINDS = Object.keys(FIT_WORDS);

/** Overlaps and gaps above this that are no slivers need a person's word, m². App default. */
const WARNED_M2 = 100;

/** Around the units: their level, whether they are the city's cells, and places of gaps that are left on purpose. */
export interface FitAround {
	readonly level: UnitKind;
	readonly isCellLevel: boolean;
	readonly left: readonly LonLat[];
}

/**
 * Overlaps, gaps, slivers and faulty rings among units of one level; one issue for the same thing between the same units,
 * at its largest place. A rule decides until a person does, so nothing is blocking; overlaps and gaps of more than
 * 100 m² that are no slivers are warnings. `isCellLevel` says whether the units are the city's cells: then the rule is
 * that of `ownersOf`, else that of `nest`.
 */
export function fitIssues(
	units: readonly UnitRecord[],
	level: UnitKind,
	isCellLevel: boolean,
): Issue[] {
	return fitIssuesOf(units, { level, isCellLevel, left: [] });
}

/** The same; gaps at the places of `left` are told as left. */
export function fitIssuesOf(units: readonly UnitRecord[], around: FitAround): Issue[] {
	const byCode = new Map(units.map((unit) => [unit.code, unit]));
	const { level, isCellLevel, left } = around;
	const mustTile = TILING_LEVELS.includes(level);
	const subdivision = subdivide(units);
	const told = findTroubles(subdivision).filter(
		({ kind, cells: [code] }) =>
			(mustTile || !OPEN_GROUND.includes(kind)) &&
			(kind !== "self-crossing" || selfCrossing(byCode.get(code)?.polygons ?? []) === null),
	);
	const isLeft = leftAmong(subdivision, told, left);
	const named = unitNames(units);
	return [false, true].flatMap((wanted) =>
		grouped(told.filter((trouble) => isLeft.has(trouble) === wanted)).flatMap((group) =>
			issueOf(group, { level, isCellLevel, named }).map((issue) =>
				wanted ? asLeft(issue) : issue,
			),
		),
	);
}

function leftAmong(
	subdivision: Subdivision,
	troubles: readonly Trouble[],
	left: readonly LonLat[],
): ReadonlySet<Trouble> {
	if (left.length === 0) return new Set();
	const gaps = new FacesByPlace(
		subdivision,
		troubles.filter(({ kind }) => kind === "gap"),
	);
	return new Set(left.flatMap((place) => gaps.at(place) ?? []));
}

function asLeft(issue: Issue): Issue {
	return { ...issue, severity: "info", isLeft: true };
}

/** Troubles of one kind between the same units, in the order of the table, the largest sum of areas first. */
function grouped(troubles: readonly Trouble[]): (readonly Trouble[])[] {
	const groups = new Map<string, Trouble[]>();
	for (const trouble of troubles) {
		const key = `${kindOf(trouble)} ${trouble.cells.join(" ")}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [trouble]);
		else group.push(trouble);
	}
	const rankOf = ([first]: readonly Trouble[]) => KINDS.indexOf(kindOf(first));
	return [...groups.values()].sort((a, b) => rankOf(a) - rankOf(b) || sumM2(b) - sumM2(a));
}

function kindOf({ kind, isSliver }: Trouble): FitKind {
	return isSliver ? "sliver" : kind;
}

function issueOf(
	group: readonly Trouble[],
	around: Pick<Misfitting, "level" | "isCellLevel" | "named">,
): Issue[] {
	const largest = group.reduce((a, b) => (b.areaM2 > a.areaM2 ? b : a));
	const kind = kindOf(largest);
	const tell = FIT_WORDS[kind];
	if (tell === null) return [];
	const [lon, lat] = largest.at;
	const message = tell({
		...around,
		cells: largest.cells,
		count: group.length,
		areaM2: sumM2(group),
		largestM2: largest.areaM2,
		lengthM: group.reduce((sum, { lengthM }) => sum + lengthM, 0),
	});
	const areaM2 = sumM2(group);
	const isWarned = (kind === "overlap" || kind === "gap") && areaM2 > WARNED_M2;
	return [
		{
			code: `division.${kind}`,
			severity: isWarned ? "warning" : "info",
			at: { lon, lat },
			message: { zh: closedUp(message.zh), en: message.en },
			about: largest.cells,
			...(areaM2 > 0 ? { areaM2 } : {}),
		},
	];
}

function sumM2(group: readonly Trouble[]): number {
	return group.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}
