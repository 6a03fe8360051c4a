// Who changes their unit by a plan, and how far they walk to a category's facilities before and after.
import type { UnitKind } from "../../city/records.ts";
import type { Mode, NearestTimes } from "../../coverage/analysis.ts";
import { limitDm } from "../../reach/profiles.ts";
import type { Measurer } from "../measure/createMeasurer.ts";
import type { MeasureBase } from "../measure/MeasureBase.ts";

/** Walks are known up to the horizon of an analysis, in whole minutes. */
const LAST_MINUTE = 15;

export interface MovedPeople {
	/** Cells of another unit than in the snapshot, and who lives there. */
	readonly cells: number;
	readonly residents: number;
	readonly households: number;
	/** Null where nobody moved, or no walk is timed. */
	readonly walks: {
		/** Per cent of the moved residents within 0, 1 … 15 minutes. */
		readonly before: readonly number[];
		readonly after: readonly number[];
	} | null;
}

interface Asked {
	readonly layer: UnitKind;
	readonly category: string;
	readonly mode: Mode;
}

/** Of the state that was measured last. */
export function movedPeople(
	base: MeasureBase,
	{ situation, categories }: Pick<Measurer, "situation" | "categories">,
	{ layer, category, mode }: Asked,
): MovedPeople {
	const { state, homes, isVillage } = situation;
	const [before, after] = [base.plan.layers[layer], state.layers[layer]];
	const isMoved = (cell: number) =>
		before.unitCode[before.unitOfCell[state.baseCell[cell]]] !==
		after.unitCode[after.unitOfCell[cell]];
	const { city, residents } = base.surveyed;
	const moved: number[] = [];
	let [cells, people, households] = [0, 0, 0];
	for (let cell = 0; cell < state.baseCell.length; cell++) {
		if (!isMoved(cell)) continue;
		cells++;
		for (let i = homes.first[cell]; i < homes.first[cell + 1]; i++) {
			const home = homes.homes[i];
			moved.push(home);
			people += residents[home];
			households += city.residences[home].households ?? 0;
		}
	}
	const was = base.times.find((times) => times.category === category && times.mode === mode);
	const is = categories.find(({ code }) => code === category)?.[mode]?.times;
	const shares = (times: NearestTimes) => {
		const within = new Float64Array(LAST_MINUTE + 1);
		for (const home of moved) {
			const group = base.profiles.length > 1 ? isVillage[homes.cellOfHome[home]] : 0;
			const { speedMPerMin } = base.profiles[group];
			for (let minute = LAST_MINUTE; minute >= 0; minute--) {
				if (times.costDm[home] > limitDm(60 * minute, speedMPerMin)) break;
				within[minute] += residents[home];
			}
		}
		return Array.from(within, (some) => (100 * some) / people);
	};
	const isTimed = people > 0 && was !== undefined && is !== undefined;
	return {
		cells,
		residents: people,
		households,
		walks: isTimed ? { before: shares(was), after: shares(is) } : null,
	};
}
