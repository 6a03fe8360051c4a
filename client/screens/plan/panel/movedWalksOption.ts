// What ECharts is told of the walks of moved people: before dashed, after solid. Pure.
import type { EChartsCoreOption } from "echarts/core";
import { walkOption } from "../../../app/chart/chartOptions.ts";
import type { MovedWalks } from "../../../data/plan/planMessages.ts";
import { PALETTES, type Theme } from "../../../map/palette.ts";

interface MovedWalksAsked {
	readonly walks: Pick<MovedWalks, "before" | "after">;
	readonly theme: Theme;
	readonly unitWord: string;
	readonly names: readonly [before: string, after: string];
}

export function movedWalksOption({
	walks: { before, after },
	theme,
	unitWord,
	names,
}: MovedWalksAsked): EChartsCoreOption {
	const { committee, accent } = PALETTES[theme];
	const points = (shares: readonly number[]) => shares.map((pct, minute) => [minute, pct] as const);
	const option = walkOption({
		theme,
		unitWord,
		at: [],
		spread: { kind: "lines", lines: [] },
		end: after.length - 1,
		lines: [
			{ name: names[0], points: points(before) },
			{ name: names[1], points: points(after) },
		],
	});
	const [, was, is] = option["series"] as readonly object[];
	return {
		...option,
		series: [
			{ ...was, color: committee, lineStyle: { width: 1.8, type: [5, 3], color: committee } },
			{ ...is, color: accent, lineStyle: { width: 2.2, color: accent } },
		],
	};
}
