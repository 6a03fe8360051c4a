// Facilities that count for the unit against what the standard sets up at its level, each rule with source and confidence.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Category, categoryOf } from "../../../planning/standards/catalogue.ts";
import type { UnitPage } from "../../../planning/wire/unitPage.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { PresenceMark } from "../../ui/PresenceMark.tsx";

type Service = UnitPage["services"][number];

export function Services({ services }: { readonly services: readonly Service[] }): ReactNode {
	const { t } = useTranslation();
	const asked = services.filter(({ presence }) => presence !== "not-asked");
	const others = services.filter(({ presence, count }) => presence === "not-asked" && count > 0);
	const missing = asked.filter(({ presence }) => presence === "missing");
	return (
		<section className="unit-section services" data-testid="unit-services">
			<h2>
				{t("unitPage.services.title")}
				<small>
					{missing.length === 0
						? t("unitPage.services.noneMissing")
						: t("unitPage.services.missing", { count: missing.length })}
				</small>
			</h2>
			{asked.length === 0 && <p className="muted">{t("unitPage.services.notAsked")}</p>}
			{asked.length > 0 && (
				<table>
					<thead>
						<tr>
							<th scope="col">{t("unit.category")}</th>
							<th scope="col">{t("unitPage.services.state")}</th>
							<th scope="col">{t("unitPage.services.rule")}</th>
						</tr>
					</thead>
					<tbody>
						{asked.map((service) => (
							<ServiceRow key={service.category} service={service} />
						))}
					</tbody>
				</table>
			)}
			{others.length > 0 && <OtherServices services={others} />}
		</section>
	);
}

function ServiceRow({ service }: { readonly service: Service }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const category = categoryOf(service.category);
	if (category === undefined) return null;
	return (
		<tr className={service.presence}>
			<th scope="row">{categoryName(category, language)}</th>
			<td>
				<PresenceMark
					presence={service.presence}
					count={service.count}
					words={t(`presence.${service.presence}`)}
				/>
			</td>
			<td className="rule">
				{t(
					service.isRequired
						? "unitPage.services.each"
						: `unitPage.services.need.${needOf(category)}`,
				)}
				<small>
					{t("unitPage.source", {
						source: category.source,
						confidence: t(`confidence.${category.confidence}`),
					})}
				</small>
			</td>
		</tr>
	);
}

function OtherServices({ services }: { readonly services: readonly Service[] }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const names = services.map(({ category, count }) => {
		const known = categoryOf(category);
		return `${known === undefined ? category : categoryName(known, language)} ${count}`;
	});
	return (
		<details>
			<summary>{t("unitPage.services.others", { count: services.length })}</summary>
			<p className="muted">{names.join(" · ")}</p>
		</details>
	);
}

/** How strongly the catalogue asks, whatever it adds in brackets. */
function needOf({ requirement }: Category): "mandatory" | "policy" | "as-needed" | "none" {
	if (requirement.startsWith("mandatory")) return "mandatory";
	if (requirement.startsWith("policy")) return "policy";
	return requirement.startsWith("as needed") ? "as-needed" : "none";
}
