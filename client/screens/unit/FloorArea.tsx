// Community service premises against the notice: 35 m² per 100 households and one building of 300 m², what is missing in m².
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { THRESHOLDS } from "../../../planning/standards/thresholds.ts";
import type { UnitPage } from "../../../planning/wire/unitPage.ts";
import { formatCount } from "../../data/formats.ts";

type Area = UnitPage["floorArea"];
const FIRST = 6;

export function FloorArea({ area }: { readonly area: Area }): ReactNode {
	const { t } = useTranslation();
	const m2 = (value: number | null) =>
		value === null ? t("unit.notComputable") : `${formatCount(Math.round(value))} m²`;
	const { floorAreaPer100HouseholdsM2: norm, facilityMinM2: least } = THRESHOLDS;
	const largest = area.premises.find(({ isTooSmall }) => isTooSmall !== null)?.areaM2 ?? null;
	return (
		<section className="unit-section floor-area" data-testid="unit-floor-area">
			<h2>
				{t("unitPage.floor.title")}
				<small>{t(`unitPage.floor.conforming.${area.isConforming}`)}</small>
			</h2>
			<dl>
				<div>
					<dt>{t("unitPage.floor.per100", { norm: norm.value })}</dt>
					<dd>
						{area.per100HouseholdsM2 === null
							? t("unit.notComputable")
							: `${area.per100HouseholdsM2.toFixed(1)} m²`}
						<small>
							{t("unitPage.floor.sum", {
								area: m2(area.areaM2),
								households: formatCount(area.households),
							})}
						</small>
					</dd>
				</div>
				<div>
					<dt>{t("unitPage.floor.short")}</dt>
					<dd>
						{m2(area.shortM2)}
						{area.neededM2 !== null && (
							<small>{t("unitPage.floor.needed", { area: m2(area.neededM2) })}</small>
						)}
					</dd>
				</div>
				<div>
					<dt>{t("unitPage.floor.largest", { least: least.value })}</dt>
					<dd>
						{largest === null ? t("unitPage.floor.noneTested") : m2(largest)}
						{area.hasLargeOne !== null && (
							<small>{t(`unitPage.floor.large.${area.hasLargeOne}`)}</small>
						)}
					</dd>
				</div>
				<div>
					<dt>{t("unitPage.floor.rooms")}</dt>
					<dd>
						{m2(area.serviceAreaM2)}
						<small>{t("unitPage.floor.office", { area: m2(area.officeAreaM2) })}</small>
					</dd>
				</div>
			</dl>
			<PremisesTable premises={area.premises} />
			<p className="muted">
				{t("unitPage.source", {
					source: norm.source,
					confidence: t(`confidence.${norm.confidence}`),
				})}
			</p>
		</section>
	);
}

function PremisesTable({ premises }: { readonly premises: Area["premises"] }): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	if (premises.length === 0) return <p className="muted">{t("unitPage.floor.noPremises")}</p>;
	return (
		<>
			<table>
				<thead>
					<tr>
						<th scope="col">{t("unitPage.floor.premises", { count: premises.length })}</th>
						<th scope="col" className="number">
							m²
						</th>
						<th scope="col">
							{t("unitPage.floor.test", { least: THRESHOLDS.facilityMinM2.value })}
						</th>
					</tr>
				</thead>
				<tbody>
					{(isOpen ? premises : premises.slice(0, FIRST)).map(
						({ id, names, areaM2, isTooSmall }) => (
							<tr key={id}>
								<th scope="row">{names.join(" + ")}</th>
								<td className="number">
									{areaM2 === null
										? t("unitPage.floor.notStated")
										: formatCount(Math.round(areaM2))}
								</td>
								<td>{t(`unitPage.floor.tooSmall.${isTooSmall}`)}</td>
							</tr>
						),
					)}
				</tbody>
			</table>
			{premises.length > FIRST && (
				<button
					type="button"
					className="text-button"
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					{t(isOpen ? "territory.fewer" : "territory.all", { count: premises.length })}
				</button>
			)}
		</>
	);
}
