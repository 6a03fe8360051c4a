// 辖域: how large and how compact a unit is, whether it hangs together, and who borders on it along how much.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type {
	Neighbour,
	PartApart,
	UnitTerritory,
} from "../../../planning/coverage/unitTerritory.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { markBorder } from "../../data/borderStore.ts";
import type { UnitRef } from "../../data/cityView.ts";
import { formatArea, formatCount, formatDistance } from "../../data/formats.ts";
import { hoverUnit } from "../../data/hoverStore.ts";
import { territoryQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { useSelectUnit } from "../../data/useSelectUnit.ts";
import { useMapHandle } from "../../map/MapHandle.ts";
import { Skeleton } from "../../ui/StateNote.tsx";
import { TerritoryFigures } from "./TerritoryFigures.tsx";
import "./territory.css";

/** Neighbours shown before the reader asks for all of them. */
const FIRST_NEIGHBOURS = 5;
const PART_ZOOM = 14.5;

export function Territory({ unit }: { unit: UnitRef }): ReactNode {
	const { t } = useTranslation();
	const query = useQuery(territoryQuery(unit.kind, unit.code, useBasis().snapshot));
	const territory = query.data;
	useEffect(() => () => markBorder(null), []);
	return (
		<section className="territory" data-testid="territory">
			<h3>
				{t("territory.title")}
				{territory !== undefined && territory.cells > 1 && (
					<small>{t("territory.cells", { cells: formatCount(territory.cells) })}</small>
				)}
			</h3>
			{query.error !== null && territory === undefined && <Problem query={query} />}
			{query.isPending && <Skeleton rows={4} />}
			{territory?.cells === 0 && <p className="muted">{t("territory.none")}</p>}
			{territory !== undefined && territory.cells > 0 && (
				<>
					<TerritoryFigures territory={territory} />
					<PartsApart parts={territory.apart} />
					<Neighbours key={territory.code} territory={territory} />
				</>
			)}
		</section>
	);
}

function PartsApart({ parts }: { parts: readonly PartApart[] }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const map = useMapHandle();
	if (parts.length === 0) return null;
	return (
		<ul className="territory-parts">
			{parts.map((part) => (
				<li key={part.at.join()}>
					<button type="button" onClick={() => map.flyTo(part.at, PART_ZOOM)}>
						<b>{t(part.enclosedBy === null ? "territory.apart" : "territory.exclave")}</b>
						<span>
							{[
								formatArea(part.areaM2, language),
								t("territory.people", { people: formatCount(part.residents) }),
								...(part.enclosedBy === null
									? []
									: [t("territory.within", { name: part.enclosedBy.name })]),
							].join(" · ")}
						</span>
					</button>
				</li>
			))}
		</ul>
	);
}

function Neighbours({ territory }: { territory: UnitTerritory }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [isOpen, setOpen] = useState(false);
	const { kind, neighbours, aloneM, perimeterM } = territory;
	const shown = isOpen ? neighbours : neighbours.slice(0, FIRST_NEIGHBOURS);
	return (
		<>
			<h4>
				{t("territory.neighbours")}
				<small>{t("territory.neighbourCount", { count: neighbours.length })}</small>
			</h4>
			<ul className="territory-neighbours">
				{shown.map((neighbour) => (
					<NeighbourRow key={neighbour.code} {...{ neighbour, kind, perimeterM }} />
				))}
				{/* a hair of rounding is no border */}
				{aloneM >= 1 && (
					<li className="neighbour alone">
						<span className="ellipsis">{t("territory.alone")}</span>
						<BorderShare shareM={aloneM} perimeterM={perimeterM} />
						<span className="number">{formatDistance(aloneM, language)}</span>
					</li>
				)}
			</ul>
			{neighbours.length > FIRST_NEIGHBOURS && (
				<button
					type="button"
					className="text-button"
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					{t(isOpen ? "territory.fewer" : "territory.all", { count: neighbours.length })}
				</button>
			)}
		</>
	);
}

interface NeighbourRowProps {
	readonly neighbour: Neighbour;
	readonly kind: UnitRef["kind"];
	readonly perimeterM: number;
}

/** Opens the neighbour; while pointed at, the common border is drawn on the map. */
function NeighbourRow({ neighbour, kind, perimeterM }: NeighbourRowProps): ReactNode {
	const language = useLanguage();
	const [, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const { code, name, sharedM, lines } = neighbour;
	const point = (isAt: boolean) => {
		markBorder(isAt ? lines : null);
		hoverUnit(isAt ? code : null);
	};
	return (
		<li>
			<button
				type="button"
				className="neighbour"
				onClick={() => {
					point(false);
					selectUnit({ kind, code });
				}}
				onMouseEnter={() => point(true)}
				onMouseLeave={() => point(false)}
				onFocus={() => point(true)}
				onBlur={() => point(false)}
				data-testid={`neighbour-${code}`}
			>
				<span className="ellipsis" title={name}>
					{name}
				</span>
				<BorderShare shareM={sharedM} perimeterM={perimeterM} />
				<span className="number">{formatDistance(sharedM, language)}</span>
			</button>
		</li>
	);
}

/** How much of the border it is. */
function BorderShare({ shareM, perimeterM }: { shareM: number; perimeterM: number }): ReactNode {
	return (
		<span className="border-share" aria-hidden="true">
			<i style={{ width: `${(100 * shareM) / perimeterM}%` }} />
		</span>
	);
}
