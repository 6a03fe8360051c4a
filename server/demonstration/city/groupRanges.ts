// Circles and basic management units: pieces of land that came up while the territory was divided.
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import type { CommitteeRange } from "./CityLand.ts";
import type { CityScale } from "./CityScale.ts";
import type { CityCodes } from "./cityCodes.ts";
import type { Territory } from "./divideTerritory.ts";
import { placeName } from "./placeNames.ts";

type Range = readonly [first: number, end: number];

/** Groups of 9 to 20 committees of one district; most of the city has one. */
export function circlesOf(
	{ ranges }: Territory,
	codes: CityCodes,
	{ circles }: CityScale,
	random: Random,
): CommitteeRange[] {
	const districtOf = (committee: number) => at(codes.districtOf, at(codes.streetOf, committee));
	const chosen = apart(ranges, circles, ([first, end]) => {
		const isRight = end - first >= 9 && end - first <= 20;
		return isRight && districtOf(first) === districtOf(end - 1) && random.chance(0.92);
	});
	return chosen.map(([first, end], i) => ({
		code: `QZ${String(i + 1).padStart(3, "0")}`,
		name: `${placeName(10_000 + i)}生活圈`,
		parentCode: at(codes.districtCode, districtOf(first)),
		first,
		end,
	}));
}

/** Groups of 3 to 8 committees of one town, never the whole town. */
export function bmusOf(
	{ ranges }: Territory,
	codes: CityCodes,
	{ bmus }: CityScale,
	random: Random,
): CommitteeRange[] {
	const chosen = apart(ranges, bmus, ([first, end]) => {
		const street = at(codes.streetOf, first);
		const isRight = end - first >= 3 && end - first <= 8 && street === at(codes.streetOf, end - 1);
		return isRight && codes.streetKind[street] === "town" && random.chance(0.25);
	});
	return chosen.map(([first, end], i) => ({
		code: `JB${String(i + 1).padStart(3, "0")}`,
		name: `${placeName(11_000 + i)}基本管理单元`,
		parentCode: at(codes.streetCode, at(codes.streetOf, first)),
		first,
		end,
	}));
}

/** Ranges that pass the test and do not overlap, the first so many. */
function apart(
	ranges: readonly Range[],
	most: number,
	isRight: (range: Range) => boolean,
): Range[] {
	const chosen: Range[] = [];
	const taken = new Set<number>();
	for (const range of ranges) {
		if (chosen.length === most) break;
		const [first, end] = range;
		if (taken.has(first) || taken.has(end - 1) || !isRight(range)) continue;
		chosen.push(range);
		for (let committee = first; committee < end; committee++) taken.add(committee);
	}
	return chosen;
}
