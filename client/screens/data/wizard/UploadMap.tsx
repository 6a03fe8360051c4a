// The map of an upload: this file over what is in force, its issues, and the magnifier at the chosen one.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { usePreferences } from "../../../app/preferences.tsx";
import { cityQuery, divisionsQuery } from "../../../data/queries.ts";
import { revisionOf, type ShapeCollection, shapesQuery } from "../../../data/uploadQueries.ts";
import type { DataMap } from "../../../map/DataMap.ts";
import { type Bbox, DataMapView, type Focus } from "../../../map/DataMapView.tsx";
import { type DataScene, EMPTY_SCENE } from "../../../map/DataScene.ts";
import { bboxOfShapes } from "../../../map/shapeLines.ts";
import { StateNote } from "../../../ui/StateNote.tsx";
import { DataLegend } from "../DataLegend.tsx";
import { LensCard } from "./LensCard.tsx";
import { LensLines } from "./LensLines.tsx";
import type { StepProps } from "./StepProps.ts";
import type { WizardStep } from "./wizardSteps.ts";

/** Width of the magnifier and its margin, px. */
const LENS_PX = 330;
const FOCUS_ZOOM = 15;

export function UploadMap(props: StepProps): ReactNode {
	const { upload, desk, compare, step } = props;
	const { t } = useTranslation();
	const [map, setMap] = useState<DataMap["map"] | null>(null);
	const { data: found = null } = useShapes(props);
	const box = upload.understanding?.bbox ?? null;
	const borders = useBorders(upload, found === null);
	const shapes = useMemo(() => found ?? framed(box, borders), [found, box, borders]);
	const isComparing = step === "compare";
	const chosenShape = isComparing ? compare.chosen : null;
	const focus = isComparing ? compare.focus : null;
	const scene = useScene(props, shapes);
	const bbox = useFirstExtent(upload, found, step);
	const { chosen } = desk;
	const isLens =
		(step === "check" || step === "mend") &&
		chosen !== null &&
		chosen.lon !== null &&
		chosen.lat !== null;
	const at = useMemo<LonLat | null>(
		() => (isLens && chosen.lon !== null && chosen.lat !== null ? [chosen.lon, chosen.lat] : focus),
		[isLens, chosen, focus],
	);
	const flight = useMemo<Focus | null>(() => {
		const box = isLens ? null : extentOfShape(shapes, chosenShape);
		if (box !== null) return { box };
		return at === null ? null : { at, zoom: FOCUS_ZOOM };
	}, [isLens, shapes, chosenShape, at]);
	return (
		<DataMapView
			scene={scene}
			bbox={bbox}
			focus={flight}
			coveredPx={isLens ? LENS_PX : 0}
			label={t("data.map.label")}
			fallback={
				<StateNote icon="warning" words={t("state.noWebGl")} detail={t("data.map.noWebGlHow")} />
			}
			onIssue={desk.choose}
			onShape={compare.choose}
			onMap={setMap}
		>
			{isLens && map !== null && shapes !== null && at !== null && (
				<>
					<LensLines map={map} at={at} />
					<LensCard map={map} shapes={shapes} issue={chosen} at={at} desk={desk} />
				</>
			)}
			{upload.understanding !== null && <DataLegend step={step} isWhole={found !== null} />}
			<span className="map-note">{t("map.sketch")}</span>
		</DataMapView>
	);
}

/** Asked when there may be some, and not while they are being made anew. */
function useShapes({ upload }: StepProps) {
	return useQuery({
		...shapesQuery(upload.id, revisionOf(upload)),
		enabled: upload.report !== null && upload.work === null,
	});
}

function useScene({ step, desk, compare }: StepProps, shapes: ShapeCollection | null): DataScene {
	const { theme } = usePreferences();
	const { shown, chosen } = desk;
	const isIssues = step === "check" || step === "mend";
	const changes = step === "compare" ? compare.all : null;
	const chosenShape = step === "compare" ? compare.chosen : null;
	const chosenIssue = isIssues ? (chosen?.number ?? null) : null;
	const key = shown.map(({ number, decision }) => `${number}${decision}`).join();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the shown issues
	const issues = useMemo(() => (isIssues ? shown : []), [key, isIssues]);
	return useMemo(
		() => ({ ...EMPTY_SCENE, theme, shapes, issues, changes, chosenShape, chosenIssue }),
		[theme, shapes, issues, changes, chosenShape, chosenIssue],
	);
}

/** Of the file, else of the city. Shown again when comparing begins; mending must not throw the reader elsewhere. */
function useFirstExtent(
	{ understanding }: Upload,
	found: ShapeCollection | null,
	step: WizardStep,
): Bbox | null {
	const { data: city } = useQuery(cityQuery);
	const box = understanding?.bbox ?? null;
	const isSample = understanding?.isWhole === false;
	const needsShapes = box === null || isSample;
	const key = needsShapes && found !== null ? "shapes" : (box ?? city?.bbox ?? []).join();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key says when it is another extent
	return useMemo(() => {
		const mine = found?.features.filter(({ properties }) => properties.role !== "current") ?? [];
		return (needsShapes ? bboxOfShapes(mine) : null) ?? box ?? city?.bbox ?? null;
	}, [key, step === "compare" || step === "commit"]);
}

/** null for a point: there is nothing to fit. */
function extentOfShape(shapes: ShapeCollection | null, id: string | null): Bbox | null {
	if (shapes === null || id === null) return null;
	const box = bboxOfShapes(shapes.features.filter(({ properties }) => properties.id === id));
	return box !== null && (box[0] < box[2] || box[1] < box[3]) ? box : null;
}

/** What is in force, to see where the file lies before it is checked. */
function useBorders({ settings, understanding }: Upload, isAsked: boolean) {
	const level = settings?.level ?? understanding?.level ?? "street";
	const { data } = useQuery({ ...divisionsQuery(level, null), enabled: isAsked });
	return useMemo(
		() =>
			(data?.features ?? []).map(
				({ geometry, properties: { code, name } }): ShapeCollection["features"][number] => ({
					type: "Feature",
					geometry,
					properties: { role: "current", id: code, name, row: null },
				}),
			),
		[data],
	);
}

/** Before the check only the extent is known: drawn as a frame. */
function framed(
	box: readonly number[] | null,
	borders: ShapeCollection["features"],
): ShapeCollection {
	const [west, south, east, north] = box ?? [];
	if (west === undefined || south === undefined || east === undefined || north === undefined)
		return { type: "FeatureCollection", features: borders };
	const coordinates = [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south],
		],
	];
	const properties = { role: "read" as const, id: "", name: "", row: null };
	const frame = {
		type: "Feature" as const,
		geometry: { type: "Polygon" as const, coordinates },
		properties,
	};
	return { type: "FeatureCollection", features: [...borders, frame] };
}
