// A city that is too large for one browser is drawn district by district.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { unitsQuery } from "../../data/queries.ts";

export function DistrictChoice({ onChoose }: { onChoose(code: string): void }): ReactNode {
	const { t } = useTranslation();
	const units = useQuery(unitsQuery(null));
	const districts = units.data?.filter(({ kind }) => kind === "district") ?? [];
	return (
		<section className="panel district-choice" aria-labelledby="district-choice">
			<h2 id="district-choice">{t("plan.table.whichDistrict")}</h2>
			<ul>
				{districts.map(({ code, name }) => (
					<li key={code}>
						<button type="button" className="button" onClick={() => onChoose(code)}>
							{name}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
