// Head of a unit's page: which unit, how many people, on which date it stands, and where to go from here.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { UnitRow } from "../../../planning/wire/api.ts";
import { useScreenStanding } from "../../data/basis.ts";
import { cameraOver } from "../../data/cameraOn.ts";
import { formatCount } from "../../data/formats.ts";
import { type ReportForm, reportLink } from "../../data/reportLinks.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { useMapLink } from "../../data/useMapLink.ts";
import { Icon } from "../../ui/Icon.tsx";

export function UnitHead({ unit }: { readonly unit: UnitRow }): ReactNode {
	const { t } = useTranslation();
	const { shown } = useScreenStanding();
	const mapLink = useMapLink();
	const { kind, code } = unit;
	return (
		<header className="unit-head">
			<div className="unit-title">
				<h1>{unit.name}</h1>
				<p className="muted">
					{[
						unit.streetKind === null
							? t(`level.${kind}`)
							: t(`unitPage.streetKind.${unit.streetKind}`),
						unit.parentName,
						code,
						shown && t("unitPage.standsOn", { number: shown.number, date: shown.asOf }),
					]
						.filter(Boolean)
						.join(" · ")}
				</p>
			</div>
			<div className="unit-actions">
				<Link
					className="button primary"
					to={mapLink({
						unit: { kind, code },
						level: kind,
						panel: "unit",
						flagId: null,
						camera: cameraOver(unit),
					})}
					data-testid="on-the-map"
				>
					<Icon name="locate" size={14} /> {t("unitPage.onMap")}
				</Link>
				<BriefLink unit={unit} format="pdf" />
				<BriefLink unit={unit} format="docx" />
				<button type="button" className="button" onClick={() => window.print()}>
					{t("unitPage.print")}
				</button>
			</div>
			<UnitCounts unit={unit} />
		</header>
	);
}

function BriefLink({
	unit: { kind, code },
	format,
}: {
	readonly unit: UnitRow;
	readonly format: "pdf" | "docx";
}): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const figure = useFigure(view);
	const form: ReportForm = { of: "brief", format };
	// presence has no walks to report on
	if (!figure.hasWalks) return null;
	return (
		<a
			className="button"
			href={reportLink({ view, figure, language, unit: { kind, code } }, form)}
			download
			data-testid={`brief-${format}`}
		>
			<Icon name="download" size={14} /> {t(`unitPage.brief.${format}`)}
		</a>
	);
}

function UnitCounts({ unit }: { readonly unit: UnitRow }): ReactNode {
	const { t } = useTranslation();
	// nobody counted here is no data, not a unit of zero people
	const people = (count: number) =>
		unit.residents === 0 ? t("legend.noData") : formatCount(count);
	const lines: readonly (readonly [key: string, value: string, detail?: string])[] = [
		[
			"residents",
			people(unit.residents),
			unit.declaredResidents === null
				? t("unit.notDeclared")
				: t("unitPage.declared", { count: formatCount(unit.declaredResidents) as never }),
		],
		["households", people(unit.households)],
		["elders", people(unit.elders)],
		["children", people(unit.children)],
		["areaKm2", unit.areaKm2.toFixed(2)],
	];
	return (
		<dl className="unit-counts">
			{lines.map(([key, value, detail]) => (
				<div key={key}>
					<dt>{t(`unit.${key}`)}</dt>
					<dd>
						{value}
						{detail !== undefined && <small>{detail}</small>}
					</dd>
				</div>
			))}
		</dl>
	);
}
