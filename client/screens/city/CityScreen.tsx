// 覆盖总览: what is shown on the left, what it means on the right.
import type { ReactNode } from "react";
import { AnalysisPanel } from "./AnalysisPanel.tsx";
import { ControlPanel } from "./ControlPanel.tsx";

export default function CityScreen(): ReactNode {
	return (
		<>
			<ControlPanel />
			<AnalysisPanel />
		</>
	);
}
