// Five worst places of the unit: who lacks what there, how far they walk, and which change would help.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import type { UnitPlaceBody } from "../../../planning/wire/unitPage.ts";
import { cameraAt } from "../../data/cameraOn.ts";
import { formatCount } from "../../data/formats.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { useMapLink } from "../../data/useMapLink.ts";

const MOST_LACKS = 3;

export function WorstPlaces({ places }: { readonly places: readonly UnitPlaceBody[] }): ReactNode {
	const { t } = useTranslation();
	return (
		<section className="unit-section places" data-testid="unit-places">
			<h2>{t("unitPage.places.title")}</h2>
			{places.length === 0 && <p className="muted">{t("unitPage.places.none")}</p>}
			<ol>
				{places.map((place, index) => (
					<Place key={place.at.join()} place={place} number={index + 1} />
				))}
			</ol>
			<p className="muted">
				{t("unitPage.places.how")} <Link to="/methods">{t("territory.method")}</Link>
			</p>
		</section>
	);
}

function Place({
	place,
	number,
}: {
	readonly place: UnitPlaceBody;
	readonly number: number;
}): ReactNode {
	const { t } = useTranslation();
	const shown = place.lacks.slice(0, MOST_LACKS);
	const more = place.lacks.length - shown.length;
	return (
		<li>
			<span className="place-number" aria-hidden="true">
				{number}
			</span>
			<div>
				<p className="place-people">
					<b>{t("figure.people", { count: formatCount(place.people) as never })}</b>
					<span className="muted">{t("unitPage.places.homes", { count: place.homes })}</span>
				</p>
				<ul>
					{shown.map((lack) => (
						<Lack key={lack.flagId} lack={lack} at={place.at} />
					))}
				</ul>
				{more > 0 && <p className="muted">{t("unitPage.places.more", { count: more })}</p>}
			</div>
		</li>
	);
}

interface LackProps {
	readonly lack: UnitPlaceBody["lacks"][number];
	readonly at: UnitPlaceBody["at"];
}

function Lack({ lack, at }: LackProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const mapLink = useMapLink();
	const category = categoryOf(lack.category);
	const to = mapLink({
		category: lack.category,
		mode: lack.flag === "boundary-gap" ? "own" : "any",
		limit: null,
		flagId: lack.flagId,
		shown: ["district", "street", "committee", "facilities", "roads", "residences"],
		camera: cameraAt(at),
	});
	return (
		<li>
			<Link to={to}>
				{category === undefined ? lack.category : categoryName(category, language)}
			</Link>
			<span>{t("figure.people", { count: formatCount(lack.people) as never })}</span>
			<span>
				{lack.medianMinutes === null
					? t("unitPage.places.beyondHorizon")
					: t("unitPage.places.median", { minutes: lack.medianMinutes.toFixed(0) })}
			</span>
			<span className="lever">{t(`lever.${lack.lever}`)}</span>
		</li>
	);
}
