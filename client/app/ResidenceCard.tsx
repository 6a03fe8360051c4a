// One residence: who lives there, how far the nearest facility is, and which.
import { useQuery } from "@tanstack/react-query";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { formatCount } from "../data/formats.ts";
import { facilitiesQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { useHomeWalks } from "../data/useHomeWalks.ts";
import { minutesOf } from "../map/walkClasses.ts";
import { Icon } from "../ui/Icon.tsx";

interface ResidenceCardProps {
	readonly map: MapLibreMap;
	readonly home: { readonly index: number; readonly at: LonLat };
	onClose(): void;
}

export function ResidenceCard({ map, home, onClose }: ResidenceCardProps): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const { category } = useFigure(view);
	const walks = useHomeWalks(view, true);
	const { data: facilities } = useQuery(facilitiesQuery);
	if (walks === null) return null;
	const { residences, times } = walks;
	const { index } = home;
	const facilityId = times?.meta.facilityIds[times.facility[index] ?? -1];
	const facility = facilities?.find(
		({ id, category: own }) => id === facilityId && own === category.code,
	);
	const costDm = times?.costDm[index] ?? 0;
	const walk =
		times?.meta.limitUnit === "metres"
			? `${formatCount(costDm / 10)} ${t("unit.metres")}`
			: `${minutesOf(costDm, residences.speedMPerMin[index] ?? 1).toFixed(1)} ${t("unit.minutes")}`;
	const at = map.project([home.at[0], home.at[1]]);
	return (
		<aside className="panel residence-card" style={{ left: at.x + 14, top: at.y + 14 }}>
			<h3>
				{t("residence.title", { id: residences.ids[index] ?? "" })}
				<button
					type="button"
					className="icon-button right"
					aria-label={t("action.close")}
					onClick={onClose}
				>
					<Icon name="close" size={14} />
				</button>
			</h3>
			<dl>
				<div>
					<dt>{t("unit.residents")}</dt>
					<dd>{formatCount(residences.residents[index] ?? 0)}</dd>
				</div>
				<div>
					<dt>{t(times?.meta.limitUnit === "metres" ? "residence.straight" : "residence.walk")}</dt>
					<dd className={times?.within[index] === 1 ? "" : "beyond"}>
						{facilityId === undefined ? t(`reason.${times?.reason[index] ?? 0}`) : walk}
					</dd>
				</div>
				<div>
					<dt>{t("residence.nearest")}</dt>
					<dd>{facility?.name ?? facilityId ?? "—"}</dd>
				</div>
			</dl>
		</aside>
	);
}
