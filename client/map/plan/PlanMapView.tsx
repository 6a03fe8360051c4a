// The map of a drawing table as a component.
import "maplibre-gl/dist/maplibre-gl.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { hasWebGl2 } from "../hasWebGl2.ts";
import { MadeAnew } from "../MadeAnew.tsx";
import { PlanMap, type PlanMapOptions } from "./PlanMap.ts";

interface PlanMapViewProps extends PlanMapOptions {
	/** Dragging draws and does not move the map. */
	readonly isStill: boolean;
	readonly label: string;
	readonly fallback: ReactNode;
	onMap?(map: PlanMap): void;
}

export function PlanMapView(props: PlanMapViewProps): ReactNode {
	return <MadeAnew>{(onBack) => <DrawnPlanMap {...props} onBack={onBack} />}</MadeAnew>;
}

function DrawnPlanMap(props: PlanMapViewProps & { onBack(): void }): ReactNode {
	const { scene, isStill, label, fallback } = props;
	const container = useRef<HTMLDivElement>(null);
	const [made, setMade] = useState<PlanMap | null>(null);
	const [canDraw] = useState(hasWebGl2);
	const latest = useRef(props);
	useEffect(() => {
		latest.current = props;
	});
	useEffect(() => {
		if (container.current === null || !canDraw) return;
		const map = new PlanMap(container.current, latest.current);
		map.map.once("webglcontextrestored", () => latest.current.onBack());
		setMade(map);
		latest.current.onMap?.(map);
		return () => map.remove();
	}, [canDraw]);
	useEffect(() => made?.update(scene), [made, scene]);
	useEffect(() => made?.holdStill(isStill), [made, isStill]);
	useEffect(() => made?.map.getCanvas().setAttribute("aria-label", label), [made, label]);
	return canDraw ? (
		<div
			ref={container}
			className={isStill ? "plan-map drawing" : "plan-map"}
			data-testid="plan-map"
		/>
	) : (
		<div className="plan-map map-missing">{fallback}</div>
	);
}
