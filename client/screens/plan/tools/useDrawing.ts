// What the pointer and the keys do with the tool that is taken up. One place decides; each tool's own doing is beside it.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { PlanMapEvents, Pointed } from "../../../map/plan/PlanMap.ts";
import type { Sketch } from "../../../map/plan/PlanScene.ts";
import type { Asking, Drawing } from "./Drawing.ts";
import { LINE_TOOLS, type ToolName } from "./toolList.ts";
import { useBrush, useLasso } from "./useDrag.ts";
import { type LineTool, useLine } from "./useLine.ts";
import { type Picks, usePicks } from "./usePicks.ts";

export function useDrawing(table: PlanTable | null, version: number): Drawing {
	const [tool, setTool] = useState<ToolName>("select");
	const [selected, select] = useState<readonly string[]>([]);
	// a choice is made for one step; what was refused can be tried otherwise
	// biome-ignore lint/correctness/useExhaustiveDependencies: done with every step
	useEffect(() => select([]), [version]);
	const [asking, ask] = useState<Asking | null>(null);
	const [pointer, setPointer] = useState({ leftPx: 0, topPx: 0 });
	const [brushTo, setBrushTo] = useState<string | null>(null);
	const [closesStreet, setClosesStreet] = useState(false);
	const isLine = LINE_TOOLS.has(tool) && !(tool === "link" && closesStreet);
	const line = useLine(table, isLine ? (tool as Sketch["kind"]) : null);
	const brush = useBrush(table, brushTo);
	const add = useCallback(
		(cells: readonly string[]) => select((before) => [...new Set([...before, ...cells])]),
		[],
	);
	const lasso = useLasso(table, add);
	const picks = usePicks({ table, tool, selected, select, ask });
	const drag = tool === "brush" ? brush : tool === "lasso" ? lasso : null;
	const take = useCallback(
		(next: ToolName) => {
			setTool(next);
			line.clear();
			picks.clear();
			brush.cancel();
			lasso.cancel();
			table?.dismiss();
		},
		[line.clear, picks.clear, brush.cancel, lasso.cancel, table],
	);
	const finish = useCallback(() => {
		if (line.line.length < 2) return;
		if (tool === "blade") table?.act({ kind: "blade", line: line.line });
		if (tool === "redraw") table?.act({ kind: "redraw", line: line.line });
		line.clear();
	}, [tool, table, line]);
	const leave = useCallback(() => {
		if (drag?.isDown) drag.cancel();
		else if (line.line.length > 0) line.clear();
		else if (picks.isUnderWay) picks.clear();
		else if (selected.length > 0) select([]);
		else return false;
		return true;
	}, [drag, line, picks, selected]);
	const latest = useRef({ tool, isLine, drag, line, picks, finish });
	useEffect(() => {
		latest.current = { tool, isLine, drag, line, picks, finish };
	});
	const events = useMemo((): PlanMapEvents => {
		const now = () => latest.current;
		return {
			onDown: (pointed) => now().drag?.down(pointed),
			onMove(pointed) {
				setPointer({ leftPx: pointed.px[0], topPx: pointed.px[1] });
				if (now().drag?.isDown) now().drag?.move(pointed);
				else if (now().isLine) now().line.move(pointed);
			},
			onUp: () => now().drag?.up(),
			onCancel: () => now().drag?.cancel(),
			onClick: (pointed) => void clicked(now(), pointed),
			onDoubleClick: () => now().finish(),
		};
	}, []);
	const sketch = drag === null ? line.sketch : drag.sketch;
	return {
		...{ tool, take, selected, select, sketch, asking, ask, pointer, events, finish, leave },
		...{ takeBack: line.takeBack, brushTo, setBrushTo, closesStreet, setClosesStreet },
		...{ firstUnit: picks.firstUnit, moveFacility: picks.moveFacility, isMoving: picks.isMoving },
	};
}

interface Now {
	readonly tool: ToolName;
	readonly isLine: boolean;
	readonly line: LineTool;
	readonly picks: Picks;
}

async function clicked({ tool, isLine, line, picks }: Now, pointed: Pointed): Promise<void> {
	if (!isLine) return picks.click(pointed);
	const drawn = await line.put(pointed);
	if (tool !== "link" || drawn.length < 2) return;
	const [from, to] = [drawn[0], drawn.at(-1)];
	line.clear();
	if (from !== undefined && to !== undefined) picks.openLink(from, to);
}
