// Area, perimeter, parts and the three measures of compactness; each opens to what it says and how it is made.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { UnitTerritory } from "../../../planning/coverage/unitTerritory.ts";
import { ClickPopover } from "../../app/ClickPopover.tsx";
import { formatArea, formatCount, formatDistance } from "../../data/formats.ts";
import { useLanguage } from "../../data/useLanguage.ts";

/** An outline handed in that differs by more than this from the merge of the cells is said so: slack of drawn lines. */
const OUTLINE_SLACK_M2 = 100;
const MEASURES = ["polsbyPopper", "reock", "hullShare"] as const;

export function TerritoryFigures({ territory }: { territory: UnitTerritory }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { areaM2, outlineAreaM2, perimeterM, parts, compactness } = territory;
	const differsM2 = outlineAreaM2 - areaM2;
	return (
		<>
			<div className="territory-figures">
				<Figure name="area" value={formatArea(areaM2, language)}>
					<AreaWords territory={territory} />
				</Figure>
				<Figure name="perimeter" value={formatDistance(perimeterM, language)}>
					<p>{t("territory.about.perimeter")}</p>
				</Figure>
				<Figure name="parts" value={t("territory.partCount", { count: parts })}>
					<p>{t("territory.about.parts")}</p>
				</Figure>
				{compactness !== null &&
					MEASURES.map((measure) => (
						<Figure key={measure} name={measure} value={compactness[measure].toFixed(2)}>
							<p>{t(`territory.about.${measure}`)}</p>
							<p className="muted">{t(`territory.formula.${measure}`)}</p>
						</Figure>
					))}
			</div>
			{Math.abs(differsM2) > OUTLINE_SLACK_M2 && (
				<p className="territory-note">
					{t(differsM2 > 0 ? "territory.outlineLarger" : "territory.outlineSmaller", {
						area: formatArea(Math.abs(differsM2), language),
					})}
				</p>
			)}
		</>
	);
}

interface FigureProps {
	readonly name: string;
	readonly value: string;
	readonly children: ReactNode;
}

function Figure({ name, value, children }: FigureProps): ReactNode {
	const { t } = useTranslation();
	return (
		<ClickPopover
			placement="left"
			title={t(`territory.${name}`)}
			content={
				<div className="territory-about" data-testid={`about-${name}`}>
					{children}
					<Link to="/methods#territory" target="_blank">
						{t("territory.method")}
					</Link>
				</div>
			}
		>
			<button
				type="button"
				className="territory-figure"
				title={t(`territory.about.${name}`)}
				data-testid={`territory-${name}`}
			>
				<span>{t(`territory.${name}`)}</span>
				<b>{value}</b>
			</button>
		</ClickPopover>
	);
}

function AreaWords({ territory }: { territory: UnitTerritory }): ReactNode {
	const { t } = useTranslation();
	const { areaM2, planeAreaCm2, outlineAreaM2 } = territory;
	const inM2 = (area: number, decimals = 0) =>
		`${formatCount(Math.trunc(area))}${area.toFixed(decimals).replace(/^\d+/, "")} ㎡`;
	const lines = [
		[t("territory.geodesic"), inM2(areaM2)],
		[t("territory.plane"), inM2(planeAreaCm2 / 1e4, 4)],
		[t("territory.outline"), inM2(outlineAreaM2)],
	] as const;
	return (
		<>
			<p>{t("territory.about.area")}</p>
			<dl className="provenance">
				{lines.map(([label, words]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{words}</dd>
					</div>
				))}
			</dl>
		</>
	);
}
