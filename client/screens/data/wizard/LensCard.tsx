// The magnifier: real geometry around the chosen issue, with the way to the next one.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import { formatArea } from "../../../data/formats.ts";
import type { ShapeCollection } from "../../../data/uploadQueries.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { lensAt } from "../../../map/lens.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { LensPicture } from "./LensPicture.tsx";
import { lensFrame } from "./lensFrame.ts";
import { lensShapes } from "./lensShapes.ts";
import { useCodeWords } from "./useCodeWords.ts";
import type { IssueDesk } from "./useIssueDesk.ts";
import { useMapHeight } from "./useMapHeight.ts";

interface LensCardProps {
	readonly shapes: ShapeCollection;
	readonly issue: IssueRow;
	readonly at: LonLat;
	readonly desk: IssueDesk;
	readonly map: MapLibreMap;
}
export function LensCard({ shapes, issue, at, desk, map }: LensCardProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const frame = lensFrame(useMapHeight(map));
	const isMended = issue.decision === "mended";
	const lens = useMemo(
		() => lensAt(lensShapes(shapes, isMended ? "before" : "after"), at, frame),
		[shapes, isMended, at, frame],
	);
	const areaLabel = useAreaLabel(issue);
	const place = desk.shown.findIndex(({ number }) => number === issue.number) + 1;
	return (
		<aside className="lens" data-testid="lens" aria-label={t("data.lens.label")}>
			<LensPicture lens={lens} frame={frame} code={issue.code} label={areaLabel} hasNames />
			<button
				type="button"
				className="icon-button lens-close"
				aria-label={t("action.close")}
				onClick={() => desk.choose(null)}
			>
				<Icon name="close" size={13} />
			</button>
			<p className="lens-words">{issue.message[language]}</p>
			<footer>
				<b>{t("data.lens.place", { place, count: desk.shown.length })}</b>
				<span className="muted">
					{lens.stretch > 1
						? t("data.lens.stretch", {
								times: lens.stretch >= 10 ? Math.round(lens.stretch) : lens.stretch,
							})
						: t("data.lens.height", { metres: Math.round(2 * lens.halfAlongM) })}
				</span>
				<span className="spring" />
				<button
					type="button"
					className="lens-step"
					data-testid="issue-previous"
					onClick={() => desk.step(-1)}
				>
					{t("data.lens.previous")} <kbd>K</kbd>
				</button>
				<button
					type="button"
					className="lens-step"
					data-testid="issue-next"
					onClick={() => desk.step(1)}
				>
					{t("data.lens.next")} <kbd>J</kbd>
				</button>
			</footer>
		</aside>
	);
}

/** "重叠 609 ㎡"; null where there is no area to tell. */
function useAreaLabel({ code, areaM2 }: IssueRow): string | null {
	const codeWords = useCodeWords();
	const language = useLanguage();
	return areaM2 === null ? null : `${codeWords(code)} ${formatArea(areaM2, language)}`;
}
