// A plan as the page shows it, from its history, its measure and its picture.
import type { UnitKind } from "../../../planning/city/records.ts";
import { movedPeople } from "../../../planning/plan/drawing/movedPeople.ts";
import type { PlanPainter } from "../../../planning/plan/drawing/PlanPainter.ts";
import type { PlanHistory } from "../../../planning/plan/history.ts";
import type { Measurer } from "../../../planning/plan/measure/createMeasurer.ts";
import type { MeasureBase } from "../../../planning/plan/measure/MeasureBase.ts";
import type { Measurement } from "../../../planning/plan/measure/Measurement.ts";
import { namesOf } from "../../../planning/plan/namesOf.ts";
import { operationWords } from "../../../planning/plan/operationWords.ts";
import { type PlanState, startState } from "../../../planning/plan/PlanState.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import type { PlanFocus, PlanStep, PlanView } from "./planMessages.ts";

/** What an open plan is looked at with. */
export interface ViewDesk {
	readonly base: MeasureBase;
	readonly measurer: Measurer;
	readonly painter: PlanPainter;
	/** Code of the district whose people are in the pack; null for the whole city. */
	readonly district: string | null;
}

interface Shown {
	readonly history: PlanHistory;
	/** The state that is shown: the history's, or a stroke's. */
	readonly state: PlanState;
	readonly steps: readonly PlanStep[];
	readonly version: number;
	readonly isPreview: boolean;
}

export function planView(desk: ViewDesk, focus: PlanFocus, shown: Shown): PlanView {
	const { history, state, steps, version, isPreview } = shown;
	const measurement = desk.measurer.measure(state);
	const { walks, ...moved } = movedPeople(desk.base, desk.measurer, focus);
	return {
		...{ version, isPreview, steps, measurement },
		done: history.done,
		known: knownUnits(desk, state, measurement),
		moved,
		walks: walks === null ? null : { ...walks, residents: moved.residents },
		picture: desk.painter.picture(state, { category: focus.category, isPreview }),
	};
}

const told = new WeakMap<PlanOperation, PlanStep>();

/** Steps with their words, each told once: by the state before it as far as that is kept. */
export function planSteps(history: PlanHistory): PlanStep[] {
	return history.operations.map((op, index) => {
		const known = told.get(op);
		if (known !== undefined) return known;
		const { cells, units } = namesOf(op);
		const step = {
			...operationWords(stateNear(history, index), op),
			...{ op: op.op, cells },
			units: units.map(({ layer, code }) => `${layer} ${code}`),
		};
		told.set(op, step);
		return step;
	});
}

/** The nearest state that is kept before a step: units that it names are named there, or by their codes. */
function stateNear({ kept, base }: PlanHistory, index: number): PlanState {
	let best = -1;
	for (const count of kept.keys()) if (count <= index && count > best) best = count;
	return kept.get(best) ?? startState(base);
}

/** Units of which everybody lives in the pack, before and after. */
function knownUnits(
	{ base, district }: ViewDesk,
	state: PlanState,
	{ before, after }: Measurement,
): string[] {
	const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	if (district === null) return codes;
	return codes.filter((code) => {
		const kind = (before[code] ?? after[code])?.kind ?? "street";
		return [base.plan.layers, state.layers].every((layers) => {
			const number = layers[kind].unitCode.indexOf(code);
			return !unitsBeyond(layers, kind, district).has(number);
		});
	});
}

/** By the cells of districts, then of the layer. */
const beyond = new WeakMap<Int32Array, WeakMap<Int32Array, ReadonlySet<number>>>();

/** Numbers of the units of a layer that have a cell outside a district; by one pass, remembered with both layers' cells. */
function unitsBeyond(
	layers: PlanState["layers"],
	kind: UnitKind,
	district: string,
): ReadonlySet<number> {
	const { unitOfCell } = layers[kind];
	const districts = layers.district.unitOfCell;
	const ofDistricts = beyond.get(districts) ?? new WeakMap<Int32Array, ReadonlySet<number>>();
	beyond.set(districts, ofDistricts);
	const known = ofDistricts.get(unitOfCell);
	if (known !== undefined) return known;
	const home = layers.district.unitCode.indexOf(district);
	const found = new Set<number>();
	unitOfCell.forEach((unit, cell) => {
		if (districts[cell] !== home) found.add(unit);
	});
	ofDistricts.set(unitOfCell, found);
	return found;
}
