// The curve itself, drawn by ECharts; loaded only when there is something to draw.
import { LineChart } from "echarts/charts";
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef } from "react";
import type { Theme } from "../../map/palette.ts";

use([
	LineChart,
	GridComponent,
	TooltipComponent,
	MarkLineComponent,
	MarkAreaComponent,
	CanvasRenderer,
]);

interface CurveProps {
	readonly whole: readonly (readonly [number, number])[];
	readonly part: readonly (readonly [number, number])[] | null;
	readonly limit: number;
	readonly unitWord: string;
	readonly theme: Theme;
}

const INK = {
	light: {
		axis: "#66718a",
		grid: "#e3e6ec",
		whole: "#14213a",
		part: "#2148c0",
		beyond: "rgba(232,116,59,0.09)",
		limit: "#c65a22",
	},
	dark: {
		axis: "#94a1b6",
		grid: "#2a3546",
		whole: "#e9edf5",
		part: "#8fb0ff",
		beyond: "rgba(240,138,75,0.12)",
		limit: "#f08a4b",
	},
} as const;

export default function Curve(props: CurveProps): ReactNode {
	const element = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (element.current === null) return;
		const chart = init(element.current);
		chart.setOption(optionOf(props));
		const observer = new ResizeObserver(() => chart.resize());
		observer.observe(element.current);
		return () => {
			observer.disconnect();
			chart.dispose();
		};
	}, [props]);
	return <div ref={element} style={{ height: "100%" }} />;
}

function optionOf({ whole, part, limit, unitWord, theme }: CurveProps) {
	const ink = INK[theme];
	const horizon = whole.at(-1)?.[0] ?? limit;
	const line = (points: CurveProps["whole"], color: string, more: object) => ({
		type: "line" as const,
		data: points.map(([walk, pct]) => [walk, pct]),
		showSymbol: false,
		lineStyle: { width: 1.8, color },
		itemStyle: { color },
		...more,
	});
	return {
		animation: false,
		grid: { left: 30, right: 16, top: 8, bottom: 20 },
		tooltip: {
			trigger: "axis" as const,
			valueFormatter: (pct: unknown) => `${Number(pct).toFixed(1)}%`,
			textStyle: { fontSize: 12 },
		},
		xAxis: {
			type: "value" as const,
			max: horizon,
			axisLabel: {
				color: ink.axis,
				fontSize: 11,
				formatter: (walk: number) => (walk === horizon ? `${walk} ${unitWord}` : `${walk}`),
			},
			axisLine: { lineStyle: { color: ink.grid } },
			splitLine: { show: false },
		},
		yAxis: {
			type: "value" as const,
			max: 100,
			interval: 50,
			axisLabel: { color: ink.axis, fontSize: 11 },
			splitLine: { lineStyle: { color: ink.grid } },
		},
		series: [
			line(whole, ink.whole, {
				markLine: {
					silent: true,
					symbol: "none",
					label: { show: false },
					lineStyle: { color: ink.limit, type: "dashed" as const },
					data: [{ xAxis: limit }],
				},
				markArea: {
					silent: true,
					itemStyle: { color: ink.beyond },
					data: [[{ xAxis: limit }, { xAxis: horizon }]],
				},
			}),
			...(part === null ? [] : [line(part, ink.part, {})]),
		],
	};
}
