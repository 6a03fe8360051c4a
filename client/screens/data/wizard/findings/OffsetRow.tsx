// GCJ-02 or BD-09: the offset with its evidence. The person decides.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { crsOfAnswer, offsetAnswer } from "../draftSettings.ts";
import type { FindingProps } from "../FindingsCard.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { OffsetRose } from "./OffsetRose.tsx";

const SECTORS = 16;

export function OffsetRow({ understanding, draft, onChange }: FindingProps): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const { offset } = understanding;
	if (offset === null) return null;
	const answer = offsetAnswer(understanding, draft);
	const sector = Math.round((offset.bearingDeg / 360) * SECTORS) % SECTORS;
	const decide = (isShifted: boolean) => onChange({ crs: crsOfAnswer(understanding, isShifted) });
	return (
		<FindingRow label={t("data.finding.offset")} testId="offset-card">
			<div className="offset">
				<div>
					<b>
						{t(`data.crs.${offset.system}`)}
						{answer !== null && t(answer ? "data.offset.removed" : "data.offset.kept")}
					</b>
					<small>
						{t("data.offset.median", {
							metres: offset.medianM.toFixed(0),
							direction: t(`data.compass.${sector}`),
						})}
					</small>
					<small>
						{t(`data.offset.pairs.${offset.matchedBy}`, {
							count: offset.pairs,
							spread: offset.spreadM.toFixed(1),
						})}
					</small>
					<small>{t("data.offset.residual", { metres: offset.residualM.toFixed(2) })}</small>
					<button
						type="button"
						className="text-button"
						aria-expanded={isOpen}
						data-testid="offset-evidence"
						onClick={() => setOpen(!isOpen)}
					>
						{t(isOpen ? "data.offset.hide" : "data.offset.evidence")}
					</button>
				</div>
				<OffsetRose offset={offset} />
			</div>
			{isOpen && (
				<div className="offset-evidence">
					<ul>
						{offset.offsets.slice(0, 60).map(({ name, eastM, northM }, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: several pairs may have one name
							<li key={`${index} ${name}`}>
								<span className="ellipsis">{name || "—"}</span>
								<span className="muted">
									{Math.hypot(eastM, northM).toFixed(1)} {t("unit.metres")}
								</span>
							</li>
						))}
					</ul>
				</div>
			)}
			<fieldset className="answer" aria-label={t("data.offset.ask")}>
				<button
					type="button"
					className={`button small ${answer === true ? "on" : answer === null ? "primary" : ""}`}
					aria-pressed={answer === true}
					data-testid="offset-yes"
					onClick={() => decide(true)}
				>
					{t("data.offset.yes")}
				</button>
				<button
					type="button"
					className={`button small ${answer === false ? "on" : ""}`}
					aria-pressed={answer === false}
					data-testid="offset-no"
					onClick={() => decide(false)}
				>
					{t("data.offset.no")}
				</button>
			</fieldset>
		</FindingRow>
	);
}
