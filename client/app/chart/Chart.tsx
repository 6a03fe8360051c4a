// A chart drawn by ECharts; loaded only when there is something to draw.
import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef } from "react";

use([LineChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** The option is a value: another one draws another picture, the same one draws nothing. */
export default function Chart({ option }: { option: EChartsCoreOption }): ReactNode {
	const element = useRef<HTMLDivElement>(null);
	const chart = useRef<ReturnType<typeof init>>(null);
	useEffect(() => {
		if (element.current === null) return;
		const made = init(element.current);
		const observer = new ResizeObserver(() => made.resize());
		observer.observe(element.current);
		chart.current = made;
		return () => {
			observer.disconnect();
			made.dispose();
		};
	}, []);
	useEffect(() => {
		chart.current?.setOption(option, { notMerge: true });
	}, [option]);
	return <div ref={element} className="chart-canvas" />;
}
