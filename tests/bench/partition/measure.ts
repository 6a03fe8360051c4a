// How long a planner waits for the figures of a change: without coverage, with it, and after one cell moved.

import { choiceOf } from "../../../planning/coverage/analyse.ts";
import type { City, NearestTimes } from "../../../planning/coverage/analysis.ts";
import { cityAttachmentsOf, placesToAttach } from "../../../planning/coverage/cityAttachments.ts";
import { locate } from "../../../planning/coverage/located.ts";
import { searchJobOf } from "../../../planning/coverage/search/job.ts";
import { emptyTimes } from "../../../planning/coverage/search/results.ts";
import { createSearcher } from "../../../planning/coverage/search/searcher.ts";
import { searchTask } from "../../../planning/coverage/search/searchTask.ts";
import { wholeTasks } from "../../../planning/coverage/search/split.ts";
import { type Surveyed, surveyOf } from "../../../planning/coverage/surveyed.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { createMeasurer } from "../../../planning/plan/measure/createMeasurer.ts";
import { type MeasureBase, openMeasureBase } from "../../../planning/plan/measure/MeasureBase.ts";
import { planBaseOf } from "../../../planning/plan/PlanBase.ts";
import { type PlanState, startState } from "../../../planning/plan/PlanState.ts";
import { attachmentColumns, setAttachment } from "../../../planning/reach/attachments.ts";
import { randomOf } from "../../scenes/grownCity.ts";
import type { CityScene } from "../CityScene.ts";
import type { Figure } from "../Figure.ts";
import { leastMs, p95Ms } from "../measure.ts";

const MOVES_PER_BATCH = 100;
/** Cells that the plan has moved before the one that is measured. */
const MOVES_IN_PLAN = 5;

/** Figures of measuring: cells at the border of street-level units change to the unit across, drawn at random. */
export async function measureFigures(scene: CityScene): Promise<Figure[]> {
	const base = openedBase(scene);
	const start = startState(base.plan);
	const [openMs, measurer] = timed(() => createMeasurer(base));
	const moves = borderMoves(start);
	const plan = moves.slice(0, MOVES_IN_PLAN).reduce(moved, start);
	const plans = moves.slice(MOVES_IN_PLAN).map((move) => moved(plan, move));
	let next = 0;
	const another = () => plans[next++ % plans.length];
	const ms = leastMs({
		all: () => measurer.figuresOf(another(), "street"),
		back: () => {
			measurer.measure(start);
			measurer.forget();
		},
		coverage: () => measurer.measure(plan),
	});
	measurer.measure(plan);
	const oneCell = p95Ms(MOVES_PER_BATCH, () => measurer.measure(another()));
	return [
		{ id: "measure-all", value: ms.all, unit: "ms", atMost: 5 },
		{ id: "measure-coverage", value: ms.coverage, unit: "ms", atMost: 150 },
		{ id: "measure-one-cell", value: oneCell, unit: "ms", atMost: 8 },
		{ id: "measure-open", value: openMs / 1_000, unit: "s" },
	];
}

function timed<T>(job: () => T): [ms: number, result: T] {
	const begin = performance.now();
	const result = job();
	return [performance.now() - begin, result];
}

/** The scene surveyed and searched once, as a snapshot's analysis leaves it. */
function openedBase(scene: CityScene): MeasureBase {
	const { tiling } = buildTiling(scene.city.cells);
	const city: City = { ...scene.city, tiling };
	const places = placesToAttach(city);
	const rows = attachmentColumns(places.lonLat.length / 2);
	scene.residences.forEach((one, i) => {
		setAttachment(rows, i, one);
	});
	let row = scene.residences.length;
	city.facilities.forEach(({ entrances }, facility) => {
		for (let i = 0; i < Math.max(1, entrances.length); i++)
			setAttachment(rows, row++, scene.facilities[facility][i]);
	});
	const surveyed = surveyOf(
		city,
		locate(city),
		cityAttachmentsOf(city.graph, places, rows),
		choiceOf({}),
	);
	const times = searched(surveyed);
	return openMeasureBase(surveyed, times, planBaseOf({ ...city, tiling, snapshot: "bench" }));
}

function searched(surveyed: Surveyed): NearestTimes[] {
	const job = searchJobOf(surveyed);
	const times = emptyTimes(job);
	const searcher = createSearcher(job);
	for (const task of wholeTasks(job)) searchTask(searcher, task, times);
	return times;
}

/** A cell at the border of its street-level unit, and the unit across. */
interface Move {
	readonly cell: number;
	readonly across: number;
}

function borderMoves({ tiling, layers }: PlanState): Move[] {
	const random = randomOf(11);
	const { unitOfCell } = layers.street;
	const { arcLeft, arcRight } = tiling;
	const moves: Move[] = [];
	while (moves.length < 6 * MOVES_PER_BATCH) {
		const arc = Math.floor(random() * arcLeft.length);
		const [cell, across] = [arcLeft[arc], arcRight[arc]];
		if (cell >= 0 && across >= 0 && unitOfCell[cell] !== unitOfCell[across])
			moves.push({ cell, across });
	}
	return moves;
}

/** The committee of a cell goes to the street-level unit that the cell across belongs to. */
function moved(state: PlanState, { cell, across }: Move): PlanState {
	const { street, committee } = state.layers;
	const unitOfCell = street.unitOfCell.slice();
	unitOfCell[cell] = unitOfCell[across];
	const units = committee.units.slice();
	const own = committee.unitOfCell[cell];
	units[own] = { ...units[own], parentCode: street.unitCode[unitOfCell[across]] };
	return {
		...state,
		layers: {
			...state.layers,
			street: { ...street, unitOfCell },
			committee: { ...committee, units },
		},
	};
}
