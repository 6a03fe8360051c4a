// What the map of the drawing table shows, from what the plan is and what the person is doing. Pure.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { countedMode } from "../../data/plan/planFigures.ts";
import type { PlanFocus, PlanOpened, PlanView, RefusalNews } from "../../data/plan/planMessages.ts";
import type { Theme } from "../../map/palette.ts";
import type { PlanScene, ShiftedHome, Sketch } from "../../map/plan/PlanScene.ts";

interface Shown {
	readonly theme: Theme;
	readonly view: PlanView;
	readonly focus: PlanFocus;
	readonly showing: PlanScene["showing"];
	readonly opened: Pick<PlanOpened, "homes" | "residents">;
	readonly selected?: readonly string[];
	readonly sketch?: Sketch | null;
	readonly refusal?: RefusalNews | null;
	readonly pointed?: readonly string[];
}

const NONE: readonly string[] = [];

export function planScene(shown: Shown): PlanScene {
	const { theme, view, focus, showing, refusal = null } = shown;
	return {
		...{ theme, showing, picture: view.picture, layer: focus.layer },
		selected: shown.selected ?? NONE,
		pointed: shown.pointed ?? NONE,
		blocked: refusal?.cells ?? NONE,
		offered: refusal?.nearest?.cells ?? NONE,
		homes: shiftedHomes(view, focus, shown.opened),
		sketch: shown.sketch ?? null,
	};
}

const known = new WeakMap<PlanView, readonly [key: string, homes: readonly ShiftedHome[]]>();

/** Homes whose walk to the category comes within its limit, or no more; made once per view and focus. */
function shiftedHomes(
	view: PlanView,
	focus: PlanFocus,
	{ homes, residents }: Shown["opened"],
): readonly ShiftedHome[] {
	const mode = countedMode(view.measurement, focus);
	const key = `${focus.category} ${mode}`;
	const before = known.get(view);
	if (before?.[0] === key) return before[1];
	const of = (isGain: boolean) =>
		(isGain ? view.measurement.gain : view.measurement.lose)
			.filter((shift) => shift.category === focus.category && shift.mode === mode)
			.flatMap(({ residence }) => [...residence])
			.map((home) => ({
				at: [homes[2 * home] ?? 0, homes[2 * home + 1] ?? 0] as LonLat,
				residents: residents[home] ?? 0,
				isGain,
			}));
	const made = [...of(true), ...of(false)];
	known.set(view, [key, made]);
	return made;
}
