// Why, in a large figure and a sentence, with the lengths behind it and a key to what the map draws.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { bboxOf } from "../data/bboxOf.ts";
import { formatDistance } from "../data/formats.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { walkTime, whyWords } from "../data/whyWords.ts";
import { useMapHandle } from "../map/MapHandle.ts";
import type { RouteKind } from "../map/MapScene.ts";
import { routeMarks } from "../map/routeMarks.ts";
import { Icon } from "../ui/Icon.tsx";

/** In this order beneath the sentence. */
const KINDS: readonly RouteKind[] = ["within", "over", "other", "straight", "barrier"];

export function ResidenceWhy({ why }: { why: Explanation }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const map = useMapHandle();
	const { key, more, figures } = whyWords(why, language, (word, values) => t(word, { ...values }));
	const marks = routeMarks(why);
	const drawn = KINDS.filter((kind) => marks.lines.some((line) => line.kind === kind));
	const walks = marks.lines.filter(({ kind }) => kind !== "barrier"); // barriers lead out of the picture
	const everything = [marks.home, ...marks.ends, ...walks.flatMap(({ line }) => line)];
	return (
		<section className="residence-why">
			<p className="residence-verdict">
				<span className={`verdict ${why.code}`} data-testid="residence-verdict">
					{t(`why.verdict.${why.code}`)}
				</span>
				<Figure why={why} />
			</p>
			<p className="residence-sentence" data-testid="residence-sentence">
				{[key, ...(more === null ? [] : [more])]
					.map((words) => t(`why.${words}`, { ...figures }))
					.join(t("why.join"))}
			</p>
			<Lengths why={why} />
			{drawn.length > 0 && (
				<div className="residence-key">
					{drawn.map((kind) => (
						<span key={kind}>
							<i className={`route-${kind}`} />
							{t(`why.key.${kind}`)}
						</span>
					))}
					<button
						type="button"
						className="text-button right"
						onClick={() => map.fit(bboxOf(shapeOf(everything)))}
					>
						<Icon name="fit" size={13} /> {t("residence.showAll")}
					</button>
				</div>
			)}
		</section>
	);
}

/** Minutes and seconds of the walk, or metres of the straight line: the numbers large, their units small. */
function Figure({ why: { facility, limitUnit } }: { why: Explanation }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const isStraight = limitUnit === "metres";
	if (facility === null || (facility.walk === null && !isStraight)) return null;
	const words =
		facility.walk === null || isStraight
			? formatDistance(facility.straightM, language)
			: walkTime(facility.walk.seconds, (key, figures) => t(key, { ...figures }));
	return (
		<span className="residence-figure" data-testid="residence-figure">
			{words.split(/([\d.,]+)/).map((part) => (/\d/.test(part) ? <b key={part}>{part}</b> : part))}
		</span>
	);
}

function Lengths({
	why: { facility, profile, speedMPerMin, limit, limitUnit },
}: {
	why: Explanation;
}): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const walk = facility?.walk ?? null;
	if (facility === null) return null;
	const steps = walk !== null && walk.stepsM > 0 ? formatDistance(walk.stepsM, language) : null;
	return (
		<dl className="residence-lengths">
			{walk !== null && (
				<div>
					<dt>{t("residence.walked")}</dt>
					<dd>
						{formatDistance(walk.lengthM, language)}
						{steps !== null && <small>{t("residence.ofSteps", { steps })}</small>}
					</dd>
				</div>
			)}
			<div>
				<dt>{t("residence.straight")}</dt>
				<dd>{formatDistance(facility.straightM, language)}</dd>
			</div>
			<div>
				<dt>{t("residence.limit")}</dt>
				<dd>{t(`figure.limit.${limitUnit}`, { limit })}</dd>
			</div>
			{limitUnit === "minutes" && (
				<div>
					<dt>{t("residence.speed")}</dt>
					<dd>{t(`profile.${profile}`, { speed: speedMPerMin })}</dd>
				</div>
			)}
		</dl>
	);
}

function shapeOf(places: readonly LonLat[]): GeoJSON.Polygon {
	return { type: "Polygon", coordinates: [places.map((at) => [...at])] };
}
