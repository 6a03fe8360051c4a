// How far the rate can be trusted: the same rate under other assumptions, as a line, and case by case.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
	type Declared,
	type Sensitivity,
	sensitivity,
} from "../../../planning/coverage/figures/band.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { Cells } from "../../../planning/wire/figuresApi.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatChangePct, formatPct } from "../../data/formats.ts";
import { unitsQuery } from "../../data/queries.ts";
import { useSettled } from "../../data/useSettled.ts";
import { METHOD_PATH } from "./Provenance.tsx";

/** How long a limit stands before its band is worked out. */
const REST_MS = 150;

/** Null until known, while the limit moves, and where nothing walks. */
export function useBand(): Sensitivity | null {
	const { figure, homes, cells } = useFigures();
	const { data: units } = useQuery(unitsQuery(figure.key.snapshot));
	const declared = useMemo(
		() => (cells === null || units === undefined ? null : declaredOf(cells, units)),
		[cells, units],
	);
	const { limit } = figure;
	// a pass over all homes for each of its cases: while the slider is dragged there is no band rather than an earlier one
	const wanted = useMemo(() => ({ homes, limit }), [homes, limit]);
	const isAtRest = useSettled(wanted, REST_MS) === wanted;
	return useMemo(() => {
		if (!isAtRest || wanted.homes?.farness == null || wanted.limit === null) return null;
		const { farness, residences, people } = wanted.homes;
		return sensitivity(farness, residences, people, {
			limit: wanted.limit,
			...(declared === null ? {} : { declared }),
		});
	}, [isAtRest, wanted, declared]);
}

function declaredOf({ levels }: Cells, units: readonly UnitRow[]): Declared {
	const { codes, ofCell } = levels.committee;
	const residents = new Map(
		units
			.filter(({ kind }) => kind === "committee")
			.map(({ code, declaredResidents }) => [code, declaredResidents]),
	);
	return {
		level: { codes, ofCell: Int32Array.from(ofCell) },
		residents: codes.map((code) => residents.get(code) ?? null),
	};
}

interface BandLineProps {
	readonly pct: number;
	readonly band: Sensitivity | null;
}

/** From 0 to 100: the rate as an upright line, its band behind it. */
export function BandLine({ pct, band }: BandLineProps): ReactNode {
	const low = band?.lowPct ?? pct;
	const high = band?.highPct ?? pct;
	return (
		<i className="band-line" aria-hidden="true">
			<s style={{ left: `${low}%`, width: `${high - low}%` }} />
			<u style={{ left: `${pct}%` }} />
		</i>
	);
}

/** What each assumption does to the rate; they are never combined. */
export function BandCases({ band }: { band: Sensitivity }): ReactNode {
	const { t } = useTranslation();
	const { basePct, cases } = band;
	if (basePct === null || cases.length === 0) return null;
	return (
		<table className="about-table band-cases" data-testid="band-cases">
			<caption>{t("band.title")}</caption>
			<thead>
				<tr>
					<th scope="col">{t("band.assumption")}</th>
					<th scope="col">{t("figure.coveragePct")}</th>
					<th scope="col">{t("band.change")}</th>
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">{t("band.base")}</th>
					<td>{formatPct(basePct)}</td>
					<td />
				</tr>
				{cases.map(({ case: name, pct }) => (
					<tr key={name}>
						<th scope="row">{t(`band.case.${name}`)}</th>
						<td>{formatPct(pct) ?? t("legend.noData")}</td>
						<td>{pct === null ? "" : formatChangePct(pct - basePct)}</td>
					</tr>
				))}
			</tbody>
			<tfoot>
				<tr>
					<td colSpan={3}>
						{t("band.note")}{" "}
						<Link to={METHOD_PATH} target="_blank">
							{t("provenance.method")}
						</Link>
					</td>
				</tr>
			</tfoot>
		</table>
	);
}
