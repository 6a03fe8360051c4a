// The base of measures from what a browser has: the ground of the whole city and the streets and homes of a district.
// Figures of the district's units are those of the whole city; of other units only the people are missing.
import { indexCells } from "../../city/cellIndex.ts";
import type { UnitRecord } from "../../city/records.ts";
import { unitTreeOf } from "../../city/unitTree.ts";
import { choiceOf } from "../../coverage/analyse.ts";
import type { City, NearestTimes } from "../../coverage/analysis.ts";
import type { CityAttachments } from "../../coverage/cityAttachments.ts";
import { groundOf } from "../../coverage/ground.ts";
import { cellUnitsOf, type Located, unitsOfCells } from "../../coverage/located.ts";
import { searchJobOf } from "../../coverage/search/job.ts";
import { emptyTimes } from "../../coverage/search/results.ts";
import { createSearcher } from "../../coverage/search/searcher.ts";
import { searchTask } from "../../coverage/search/searchTask.ts";
import { wholeTasks } from "../../coverage/search/split.ts";
import { type Surveyed, surveyOf } from "../../coverage/surveyed.ts";
import type { ProfileChoice } from "../../coverage/walkers.ts";
import type { Attachment } from "../../reach/attach.ts";
import { attachmentsOf } from "../../reach/attachments.ts";
import type { DistrictPack, PackFacility } from "../../wire/districtPack.ts";
import type { PlanGround } from "../../wire/planGround.ts";
import { facilityKey } from "../facilitiesOf.ts";
import type { PlanBase } from "../PlanBase.ts";
import { type MeasureBase, openMeasureBase } from "./MeasureBase.ts";

export interface PackMeasure {
	readonly ground: PlanGround;
	readonly pack: DistrictPack;
	readonly plan: PlanBase;
	readonly choice?: ProfileChoice;
	/** Told the share of the searches that is done, 0–1. */
	readonly progress?: (share: number) => void;
}

/** Survey a pack within its city and search all walks once: about a second for 60,000 nodes. */
export function packMeasureBase({
	ground,
	pack,
	plan,
	choice = {},
	progress,
}: PackMeasure): MeasureBase {
	const city = cityOf(ground, pack);
	const packed = new Map(pack.facilities.map((facility) => [facilityKey(facility), facility]));
	const inPack = ground.facilities.map((facility) => packed.get(facilityKey(facility)));
	const surveyed: Surveyed = {
		...surveyOf(
			city,
			locatedOf({ ground, pack, city }),
			doorsAndHomes(pack, inPack),
			choiceOf(choice),
		),
		isAttached: (facility) => inPack[facility]?.isAttached ?? false,
	};
	return openMeasureBase(surveyed, walksOf(surveyed, progress), plan, { choice });
}

function walksOf(surveyed: Surveyed, progress: PackMeasure["progress"]): NearestTimes[] {
	const job = searchJobOf(surveyed);
	const times = emptyTimes(job);
	const searcher = createSearcher(job);
	const tasks = wholeTasks(job);
	tasks.forEach((task, done) => {
		searchTask(searcher, task, times, (share) => progress?.((done + share) / tasks.length));
	});
	return times;
}

function cityOf({ units, cells, facilities }: PlanGround, pack: DistrictPack): City {
	return {
		graph: pack.graph,
		barriers: pack.barriers,
		units: units.map((unit): UnitRecord => ({ ...unit, polygons: [] })),
		cells: cells.map((cell) => ({ ...cell, polygons: [] })),
		facilities,
		residences: pack.residences.map(({ id, lonLat, residents, households, elders, children }) => ({
			...{ id, lonLat, residents, households, elders, children },
			declaredUnitCode: null,
		})),
	};
}

interface Placed {
	readonly ground: PlanGround;
	readonly pack: DistrictPack;
	readonly city: City;
}

/** Where everything lies, as the whole city decided. */
function locatedOf({ ground, pack, city }: Placed): Located {
	const tree = unitTreeOf(city.units, city.cells);
	const unitOfCell = unitsOfCells(city, tree);
	const cellOf = new Map(city.cells.map(({ code }, cell) => [code, cell]));
	const packCell = pack.cells.map(({ code }) => cellOf.get(code) ?? -1);
	const residenceCell = Int32Array.from(pack.residences, ({ cell }) => packCell[cell] ?? -1);
	return {
		city,
		tree,
		cells: indexCells([]),
		residenceCell,
		facilityCell: Int32Array.from(ground.facilities, ({ cell }) => cell),
		operators: ground.facilities.map(({ operator, isPresumed }) => ({
			unit: operator < 0 ? undefined : city.units[operator],
			isPresumed,
		})),
		unitOfCell,
		cellUnits: cellUnitsOf(tree, unitOfCell),
		ground: groundOf(city, residenceCell),
	};
}

/** Facilities that the pack has no doors of have no rows: no walk of its residences can end there. */
function doorsAndHomes(
	pack: DistrictPack,
	facilities: readonly (PackFacility | undefined)[],
): CityAttachments {
	const rows: Attachment[] = [];
	const doorEntrance: number[] = [];
	const firstDoor = new Uint32Array(facilities.length + 1);
	facilities.forEach((facility, number) => {
		facility?.doors.forEach((door, entrance) => {
			for (const row of door) {
				rows.push(row);
				doorEntrance.push(entrance);
			}
		});
		firstDoor[number + 1] = rows.length;
	});
	return {
		residences: attachmentsOf(pack.residences.map(({ home }) => home)),
		doors: attachmentsOf(rows),
		firstDoor,
		doorEntrance: Uint32Array.from(doorEntrance),
	};
}
