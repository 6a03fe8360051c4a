// What ECharts is told: the curve of shares by walk, and the Lorenz curve. Pure.
import type { EChartsCoreOption } from "echarts/core";
import { PALETTES, type Theme } from "../../map/palette.ts";
import type { CurveSpread } from "./curveSpread.ts";

/** Free space around the drawing; what is laid over a chart keeps to it. */
export const CHART_MARGIN = { left: 30, right: 16, top: 8, bottom: 20 } as const;

type Points = readonly (readonly [number, number])[];
export interface NamedLine {
	readonly name: string;
	readonly points: Points;
}

interface ChartAsked {
	readonly theme: Theme;
	/** The city, then what is chosen. */
	readonly lines: readonly NamedLine[];
	/** The last value of the lower axis, and its unit. */
	readonly end: number;
	readonly unitWord: string;
}

interface WalkAsked extends ChartAsked {
	/** Walks that the spread has a share for. */
	readonly at: readonly number[];
	readonly spread: CurveSpread;
}

export function walkOption({ at, spread, ...asked }: WalkAsked): EChartsCoreOption {
	const { quiet } = PALETTES[asked.theme];
	const behind =
		spread.kind === "lines" ? faintLines(at, spread.lines, quiet) : bandSeries(at, spread, quiet);
	return { ...frameOption(asked), series: [behind, ...namedSeries(asked)] };
}

/** Walks against people, with the line on which everybody walks the same. */
export function lorenzOption(asked: ChartAsked): EChartsCoreOption {
	const { quiet } = PALETTES[asked.theme];
	const equal = {
		...plain(quiet),
		data: [
			[0, 0],
			[100, 100],
		],
		lineStyle: { width: 1, type: "dashed", color: quiet },
	};
	return { ...frameOption(asked), series: [equal, ...namedSeries(asked)] };
}

function frameOption({ theme, end, unitWord }: ChartAsked) {
	const { committee: ink, quiet } = PALETTES[theme];
	const label = { color: ink, fontSize: 11 };
	const withUnit = (value: number) => `${Math.round(value * 10) / 10} ${unitWord}`;
	return {
		animation: false,
		// the drawing keeps its place, so that lines laid over it fit
		grid: { ...CHART_MARGIN, outerBoundsMode: "none" },
		tooltip: {
			trigger: "axis",
			// the tip is no part of the canvas, so the page's own colours serve
			backgroundColor: "var(--surface)",
			borderColor: "var(--line)",
			valueFormatter: (pct: unknown) => `${Number(pct).toFixed(1)}%`,
			textStyle: { fontSize: 12, color: "var(--ink)" },
		},
		xAxis: {
			type: "value",
			max: end,
			axisLabel: {
				...label,
				formatter: (value: number) => (value === end ? withUnit(value) : `${value}`),
			},
			axisPointer: { label: { formatter: ({ value }: { value: number }) => withUnit(value) } },
			axisLine: { lineStyle: { color: quiet, opacity: 0.5 } },
			splitLine: { show: false },
		},
		yAxis: {
			type: "value",
			max: 100,
			interval: 50,
			axisLabel: label,
			splitLine: { lineStyle: { color: quiet, opacity: 0.25 } },
		},
	};
}

function namedSeries({ theme, lines }: ChartAsked) {
	const { label, accent } = PALETTES[theme];
	return lines.map(({ name, points }, i) => ({
		...plain(i === 0 ? label : accent),
		name,
		data: points,
		silent: false,
		tooltip: { show: true },
		lineStyle: { width: 1.8, color: i === 0 ? label : accent },
	}));
}

/** All of them as one line with gaps: a series each would be drawn one by one. */
function faintLines(at: readonly number[], lines: readonly Float64Array[], color: string) {
	const gap = [Number.NaN, Number.NaN];
	return {
		...plain(color),
		data: lines.flatMap((line) => [...at.map((walk, step) => [walk, line[step] ?? 0]), gap]),
		lineStyle: { width: 0.8, opacity: 0.4, color },
	};
}

interface Coordinates {
	coord(point: readonly [number, number]): number[];
}

function bandSeries(
	at: readonly number[],
	{ low, high }: { readonly low: Float64Array; readonly high: Float64Array },
	color: string,
) {
	const upper = at.map((walk, step) => [walk, high[step] ?? 0] as const);
	const lower = at.map((walk, step) => [walk, low[step] ?? 0] as const).reverse();
	return {
		type: "custom",
		silent: true,
		tooltip: { show: false },
		data: [0],
		renderItem: (_: unknown, api: Coordinates) => ({
			type: "polygon",
			shape: { points: [...upper, ...lower].map((point) => api.coord(point)) },
			style: { fill: color, opacity: 0.28 },
		}),
	};
}

function plain(color: string) {
	return {
		type: "line",
		showSymbol: false,
		silent: true,
		tooltip: { show: false },
		itemStyle: { color },
	};
}
