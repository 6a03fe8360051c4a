// The unit among its peers: for each figure a strip from the least to the greatest of them, with the unit's own dot.
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CATEGORIES, type Category } from "../../../planning/standards/catalogue.ts";
import type { UnitPage } from "../../../planning/wire/unitPage.ts";
import { formatCount } from "../../data/formats.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { type PeerFigure, peerScale } from "./peerScale.ts";

interface PeerStripsProps {
	readonly peers: UnitPage["peers"];
	/** Of the unit's kind. */
	readonly peerWords: string;
}

export function PeerStrips({ peers, peerWords }: PeerStripsProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const rows = useMemo(() => coverageRows(peers), [peers]);
	return (
		<section className="unit-section peers" data-testid="unit-peers">
			<h2>
				{t("unitPage.peers.title")}
				<small>
					{t(`unitPage.peers.${basisOf(peers)}`, { count: peers.units, kind: peerWords })}
				</small>
			</h2>
			<table>
				<thead>
					<tr>
						<th scope="col">{t("unitPage.peers.figure")}</th>
						<th scope="col">{t("unitPage.peers.spread")}</th>
						<th scope="col" className="number">
							{t("unitPage.peers.own")}
						</th>
						<th scope="col" className="number">
							{t("unitPage.peers.place")}
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ category, mode, figure }) => (
						<PeerRow
							key={`${category.code} ${mode}`}
							name={categoryName(category, language)}
							detail={mode === "own" ? t("mode.ownShort") : null}
							figure={figure}
							digits={1}
							isShare
						/>
					))}
					<PeerRow
						name={t("unitPage.peers.floorArea")}
						figure={peers.floorAreaPer100HouseholdsM2}
						digits={1}
					/>
					<PeerRow name={t("unitPage.peers.density")} figure={peers.peoplePerKm2} digits={0} />
					<PeerRow name={t("unitPage.peers.elders")} figure={peers.elderPct} digits={1} />
				</tbody>
			</table>
			<p className="muted">{t("unitPage.peers.how")}</p>
		</section>
	);
}

function basisOf({ units, isAlike }: UnitPage["peers"]): "alone" | "alike" | "kind" {
	if (units <= 1) return "alone";
	return isAlike ? "alike" : "kind";
}

interface CoverageRow {
	readonly category: Category;
	readonly mode: "any" | "own";
	readonly figure: PeerFigure;
}

/** In the catalogue's order, both modes of a category together. */
function coverageRows({ coverage }: UnitPage["peers"]): CoverageRow[] {
	return CATEGORIES.flatMap((category) =>
		(["any", "own"] as const).flatMap((mode) =>
			coverage
				.filter((row) => row.category === category.code && row.mode === mode)
				.map(({ figure }) => ({ category, mode, figure })),
		),
	);
}

interface PeerRowProps {
	readonly name: string;
	readonly detail?: string | null;
	readonly figure: PeerFigure;
	readonly digits: number;
	readonly isShare?: boolean;
}

function PeerRow({
	name,
	detail = null,
	figure,
	digits,
	isShare = false,
}: PeerRowProps): ReactNode {
	const { t } = useTranslation();
	const { value, place, of } = figure;
	return (
		<tr>
			<th scope="row">
				{name}
				{detail !== null && <small>{detail}</small>}
			</th>
			<td>
				<Strip figure={figure} isShare={isShare} />
			</td>
			<td className="number">
				{value === null ? (
					<span className="no-data">{t("legend.noData")}</span>
				) : digits === 0 ? (
					formatCount(value)
				) : (
					value.toFixed(digits)
				)}
			</td>
			<td className="number muted">{place === null ? "–" : `${place}/${of}`}</td>
		</tr>
	);
}

function Strip({
	figure,
	isShare,
}: {
	readonly figure: PeerFigure;
	readonly isShare: boolean;
}): ReactNode {
	const scale = peerScale(figure, isShare);
	if (scale === null || figure.spread === null)
		return <span className="strip" aria-hidden="true" />;
	const [least, lower, median, upper, most] = figure.spread.map(scale) as [
		number,
		number,
		number,
		number,
		number,
	];
	return (
		<span className="strip" aria-hidden="true">
			<i className="all" style={{ left: `${least}%`, right: `${100 - most}%` }} />
			<i className="half" style={{ left: `${lower}%`, right: `${100 - upper}%` }} />
			<i className="median" style={{ left: `${median}%` }} />
			{figure.value !== null && <b style={{ left: `${scale(figure.value)}%` }} />}
		</span>
	);
}
