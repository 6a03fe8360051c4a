// 修补预览: what could be mended, with its figures, and the chosen place before and after, from real geometry.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import { revisionOf, shapesQuery } from "../../../data/uploadQueries.ts";
import { lensAt } from "../../../map/lens.ts";
import { LensPicture } from "./LensPicture.tsx";
import { lensShapes } from "./lensShapes.ts";
import { appliedAt } from "./mendSteps.ts";
import type { StepProps } from "./StepProps.ts";
import { SuggestionList } from "./SuggestionList.tsx";

export function MendCard(props: StepProps): ReactNode {
	const { upload, desk, act } = props;
	const { t } = useTranslation();
	const { suggestions, steps } = upload;
	const open = suggestions.filter((one) => appliedAt(steps, one) < 0);
	const isBusy = upload.work !== null || act.isPending;
	const issue = desk.chosen ?? desk.seen ?? firstPlaced(desk.issues);
	return (
		<section className="data-card mend" aria-labelledby="mend">
			<h2 id="mend">
				{t("data.mend.title")}{" "}
				{issue !== null && <small>{t("data.mend.issue", { number: issue.number })}</small>}
			</h2>
			{issue !== null && <BeforeAfter {...props} issue={issue} />}
			{open.length === 0 && <p className="muted">{t("data.mend.nothing")}</p>}
			<SuggestionList open={open} desk={desk} />
			{open.length > 0 && (
				<button
					type="button"
					className="button small"
					data-testid="apply-mends"
					disabled={isBusy || desk.picked.length === 0}
					onClick={desk.apply}
				>
					{t("data.mend.apply", { count: desk.picked.length })}
				</button>
			)}
		</section>
	);
}

const FRAME = { widthPx: 178, heightPx: 124 };

/** Both in one frame, so that what moved is seen to have moved. Before a step is applied nobody knows what it gives. */
function BeforeAfter({ upload, issue }: StepProps & { issue: IssueRow }): ReactNode {
	const { t } = useTranslation();
	const { data: shapes } = useQuery({
		...shapesQuery(upload.id, revisionOf(upload)),
		enabled: upload.work === null,
	});
	const { lon, lat } = issue;
	const isMended = issue.decision === "mended";
	const pair = useMemo(() => {
		if (shapes === undefined || lon === null || lat === null) return null;
		const at: LonLat = [lon, lat];
		const before = lensAt(lensShapes(shapes, isMended ? "before" : "after"), at, FRAME);
		const after = lensAt(lensShapes(shapes, "after"), at, { ...FRAME, like: before });
		return { before, after };
	}, [shapes, lon, lat, isMended]);
	if (pair === null) return null;
	return (
		<div className="before-after">
			<figure>
				<LensPicture lens={pair.before} frame={FRAME} code={issue.code} />
				<figcaption>{t("data.mend.before")}</figcaption>
			</figure>
			<figure>
				{isMended ? (
					<LensPicture lens={pair.after} frame={FRAME} code="" isClean />
				) : (
					<p className="not-yet">{t("data.mend.notYet")}</p>
				)}
				<figcaption>{t("data.mend.after")}</figcaption>
			</figure>
		</div>
	);
}

function firstPlaced(issues: readonly IssueRow[]): IssueRow | null {
	return issues.find(({ lon, suggestion }) => lon !== null && suggestion !== null) ?? null;
}
