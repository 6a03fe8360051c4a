// The figures of a view from the homes of a run.
import { type Declared, sensitivity } from "../../planning/coverage/figures/band.ts";
import { classBreaks } from "../../planning/coverage/figures/breaks.ts";
import { COMPOSITE_PARTS } from "../../planning/coverage/figures/composite.ts";
import { homeUnits, peopleIn } from "../../planning/coverage/figures/homeUnits.ts";
import { type People, peopleOf } from "../../planning/coverage/figures/people.ts";
import { cellSums, unitFigures, wholeFigure } from "../../planning/coverage/figures/unitFigures.ts";
import type { Question } from "../../planning/wire/figuresApi.ts";
import { beyondSpots } from "../reports/beyondSpots.ts";
import type { View, ViewRow } from "../reports/View.ts";
import type { Homes } from "./farnessOfRun.ts";
import type { ViewArea } from "./viewArea.ts";

type Sums = Pick<
	View,
	"whole" | "rows" | "breaks" | "band" | "unknownHomes" | "reachedPeople" | "spots"
>;
interface Asked {
	readonly question: Question;
	readonly limit: number;
	readonly declared: Declared;
}

/** Sums of one pass over the homes: the area, its units, their classes, the band, and where people beyond the limit live. */
export function viewSums(homes: Homes, area: ViewArea, { question, limit, declared }: Asked): Sums {
	const { farness, places } = homes;
	const people = peopleWithin(homes, area, peopleOf(homes.counts, question.who));
	const sums = cellSums(farness, places, people, { limit, cellCount: area.cells.cellCount });
	const figures = unitFigures(sums, area.levelCells);
	const rows = area.units.flatMap(
		({ name, parentName, isConforming, labelLon, labelLat }, place): ViewRow[] => {
			const figure = figures[place];
			if (figure === undefined) return [];
			return [{ ...figure, name, parentName, isConforming, labelAt: [labelLon, labelLat] }];
		},
	);
	return {
		whole: wholeFigure(sums),
		rows,
		breaks: classBreaks(
			rows.map(({ pct }) => pct),
			question.breaks,
		),
		band: sensitivity(farness, places, people, { limit, declared }),
		unknownHomes: people.unknownHomes,
		reachedPeople: reachedPeople(homes, people, limit),
		spots: beyondSpots(farness, people, { limit, lon: homes.lon, lat: homes.lat }),
	};
}

/** The same people, nobody outside the area. */
function peopleWithin({ places }: Homes, { unit, cells }: ViewArea, people: People): People {
	if (unit === null) return people;
	const { codes, ofCell } = cells.levels[unit.kind];
	const unitOf = homeUnits(places, { ofCell: Int32Array.from(ofCell) });
	return { ...people, ...peopleIn(people, unitOf, codes.indexOf(unit.code)) };
}

/** People by how many parts of the composite they reach. */
function reachedPeople({ reachedAt }: Homes, { count }: People, limitPct: number) {
	if (reachedAt === null) return null;
	const people = new Array<number>(COMPOSITE_PARTS.length + 1).fill(0);
	reachedAt(limitPct).forEach((parts, home) => {
		people[parts] = (people[parts] ?? 0) + (count[home] ?? 0);
	});
	return people;
}
