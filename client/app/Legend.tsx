// What the colours mean, in every reading.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { shapeOf, shapePath } from "../../planning/standards/facilityShapes.ts";
import { useBasis } from "../data/basis.ts";
import { facilitiesQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { type Figure, useFigure } from "../data/useFigure.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { HeatLegend } from "./legend/HeatLegend.tsx";
import { PlaceLegend } from "./legend/PlaceLegend.tsx";
import { PriorityLegend } from "./legend/PriorityLegend.tsx";
import { ShareLegend } from "./legend/ShareLegend.tsx";
import "./legend/legend.css";

export function Legend(): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const figure = useFigure(view);
	const { reading } = view;
	const panel = useHeightTold();
	const isNothing = !figure.hasWalks && reading !== "units";
	return (
		<section
			ref={panel}
			className="panel legend"
			aria-label={t("legend.title")}
			data-testid="legend"
		>
			{isNothing && <p>{t("legend.presenceNone", { reading: t(`reading.${reading}`) })}</p>}
			{!isNothing && reading === "units" && <ShareLegend />}
			{!isNothing && reading === "places" && <PlaceLegend />}
			{!isNothing && reading === "heat" && <HeatLegend />}
			{!isNothing && reading === "priority" && <PriorityLegend />}
			<Marks figure={figure} />
		</section>
	);
}

/** The panel above leaves it the room that it takes: `--legend`, as high as it is. */
function useHeightTold() {
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		const element = panel.current;
		const app = element?.closest<HTMLElement>(".app");
		if (element === null || !app) return;
		const watch = new ResizeObserver(() =>
			app.style.setProperty("--legend", `${element.offsetHeight}px`),
		);
		watch.observe(element);
		return () => {
			watch.disconnect();
			app.style.removeProperty("--legend");
		};
	}, []);
	return panel;
}

/** The shape of the facilities; and that there are none, where there are none. */
function Marks({ figure: { category, isComposite } }: { figure: Figure }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { data: facilities } = useQuery(facilitiesQuery(useBasis().snapshot));
	const isMissing =
		!isComposite && facilities?.every((facility) => facility.category !== category.code) === true;
	return (
		<div className="legend-marks">
			{!isComposite && (
				<svg viewBox="0 0 24 24" width="13" height="13" aria-hidden="true">
					<path className="mark" d={shapePath(shapeOf(category.domain))} />
				</svg>
			)}
			<span className={isMissing ? "" : "ellipsis"}>
				{isMissing && t("legend.noFacility")}
				{!isMissing && (isComposite ? t("legend.allParts") : categoryName(category, language))}
			</span>
		</div>
	);
}
