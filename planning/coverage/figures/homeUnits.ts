// Which unit each home lies in, and the people of one unit alone: how a figure of the city becomes a figure of a unit.
import type { Counted } from "./people.ts";
import type { HomePlaces, LevelCells } from "./unitFigures.ts";

/** Index into the level's codes of each home; -1 where it lies in no unit of the level. */
export function homeUnits(
	{ cell }: Pick<HomePlaces, "cell">,
	{ ofCell }: Pick<LevelCells, "ofCell">,
): Int32Array {
	return cell.map((one) => (one < 0 ? -1 : ofCell[one]));
}

/** The people who live in one unit; everybody else counts 0. `unitOf` is of `homeUnits`. */
export function peopleIn({ who, count }: Counted, unitOf: Int32Array, unit: number): Counted {
	return { who, count: count.map((people, home) => (unitOf[home] === unit ? people : 0)) };
}
