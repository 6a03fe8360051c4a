// The unit among its neighbours: facilities by shape, its worst places numbered. Drawn here, so that it prints sharp.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { labelPoint } from "../../../planning/city/labelPoint.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import { shapeOf, shapePath } from "../../../planning/standards/facilityShapes.ts";
import type { UnitPage } from "../../../planning/wire/unitPage.ts";
import { formatDistance } from "../../data/formats.ts";
import { cityQuery } from "../../data/queries.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { scaleBar } from "../../map/scaleBar.ts";
import { type PictureFrame, pathOn, pictureFrame } from "./pictureFrame.ts";

/** More shapes than this hide the map. */
const MOST_FACILITIES = 300;
const SHAPE_PX = 9;
const SCALE_MAX_PX = 110;

interface UnitPictureProps {
	readonly name: string;
	readonly code: string;
	readonly page: UnitPage;
}

export function UnitPicture({ name, code, page }: UnitPictureProps): ReactNode {
	const { t } = useTranslation();
	const { data: city } = useQuery(cityQuery);
	const own = page.outlines.find((outline) => outline.code === code);
	const frame = useMemo(() => (own === undefined ? null : pictureFrame(own.polygons)), [own]);
	if (frame === null || own === undefined) return null;
	const around = page.outlines.filter((outline) => outline !== own);
	const showsFacilities = page.facilities.length <= MOST_FACILITIES;
	return (
		<figure className="unit-picture">
			<svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby="unit-picture">
				<title id="unit-picture">
					{t("unitPage.picture", { name, places: page.places.length })}
				</title>
				{around.map(({ code: other, polygons }) => (
					<path key={other} className="neighbour-land" d={pathOn(frame, polygons)} />
				))}
				<path className="own-land" d={pathOn(frame, own.polygons)} />
				<NeighbourNames frame={frame} outlines={around} />
				{showsFacilities && <Facilities frame={frame} facilities={page.facilities} />}
				{page.places.map(({ at }, place) => (
					<PlaceMark key={at.join()} frame={frame} at={at} number={place + 1} />
				))}
				<ScaleMark frame={frame} />
			</svg>
			<figcaption className="muted">
				<span>
					{city?.mapReviewNumber == null
						? t("map.sketch")
						: t("map.reviewNumber", { number: city.mapReviewNumber })}
				</span>
				<span>{t(showsFacilities ? "unitPage.pictureShapes" : "unitPage.pictureTooMany")}</span>
			</figcaption>
		</figure>
	);
}

function NeighbourNames({
	frame,
	outlines,
}: {
	readonly frame: PictureFrame;
	readonly outlines: UnitPage["outlines"];
}): ReactNode {
	return outlines.map(({ code, name, polygons }) => {
		const at = labelPoint(polygons);
		if (!frame.isOn(at)) return null;
		const [x, y] = frame.xy(at);
		return (
			<text key={code} className="neighbour-name" x={x} y={y}>
				{name}
			</text>
		);
	});
}

function Facilities({
	frame,
	facilities,
}: {
	readonly frame: PictureFrame;
	readonly facilities: UnitPage["facilities"];
}): ReactNode {
	return facilities.map(({ id, category, lonLat }) => {
		const [x, y] = frame.xy(lonLat);
		const shape = shapePath(shapeOf(categoryOf(category)?.domain ?? ""));
		const scale = SHAPE_PX / 24;
		return (
			<path
				key={`${category} ${id}`}
				className="facility-mark"
				d={shape}
				transform={`translate(${(x - SHAPE_PX / 2).toFixed(1)} ${(y - SHAPE_PX / 2).toFixed(1)}) scale(${scale})`}
			/>
		);
	});
}

interface PlaceMarkProps {
	readonly frame: PictureFrame;
	readonly at: readonly [number, number];
	readonly number: number;
}

function PlaceMark({ frame, at, number }: PlaceMarkProps): ReactNode {
	const [x, y] = frame.xy(at);
	return (
		<g className="place-mark" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
			<circle r={11} />
			<text y={4.5}>{number}</text>
		</g>
	);
}

function ScaleMark({ frame }: { readonly frame: PictureFrame }): ReactNode {
	const language = useLanguage();
	const { lengthM, widthPx } = scaleBar(frame.metresPerPx, SCALE_MAX_PX);
	return (
		<g className="scale-mark" transform={`translate(12 ${frame.height - 12})`}>
			<path d={`M0,-5V0H${widthPx.toFixed(1)}V-5`} />
			<text x={widthPx + 6}>{formatDistance(lengthM, language).replace(".00", "")}</text>
		</g>
	);
}
