// 识别结果 once it is confirmed, and how many of each issue there are: a click filters the table.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../../data/formats.ts";
import { useLayerWords } from "../../../data/layerWords.ts";
import { encodingName, formatName } from "../fileWords.ts";
import { useCrsWords } from "../useCrsWords.ts";
import { SeverityTag } from "./SeverityTag.tsx";
import type { StepProps } from "./StepProps.ts";
import { useCodeWords } from "./useCodeWords.ts";

export function RecapCard(props: StepProps): ReactNode {
	const { upload, goTo } = props;
	const { t } = useTranslation();
	const { understanding, settings } = upload;
	const crsWords = useCrsWords();
	const layerWords = useLayerWords();
	if (understanding === null) return null;
	const { format, encoding, crs } = understanding;
	const usedEncoding = settings?.encoding ?? encoding.used;
	const usedCrs = settings?.crs ?? crs.used;
	const kind = settings?.kind ?? understanding.kind ?? "";
	const rows: [label: string, words: string][] = [
		[
			t("data.finding.file"),
			`${formatName(format)}${settings?.layer ? ` · ${settings.layer}` : ""}`,
		],
		[
			t("data.finding.encoding"),
			usedEncoding === null ? t("data.finding.byFormat") : encodingName(usedEncoding),
		],
		[t("data.finding.crs"), usedCrs === null ? "—" : crsWords(usedCrs)],
		[
			t("data.finding.kind"),
			layerWords({ kind, scope: settings?.level ?? settings?.category ?? "" }),
		],
	];
	return (
		<>
			<section className="data-card recap" aria-labelledby="recap">
				<h2 id="recap">
					{t("data.understand.title")}
					<span className="tag good">{t("data.understand.confirmed")}</span>
					<button type="button" className="text-button right" onClick={() => goTo("understand")}>
						{t("data.understand.change")}
					</button>
				</h2>
				<dl>
					{rows.map(([label, words]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{words}</dd>
						</div>
					))}
				</dl>
			</section>
			<GroupsCard {...props} />
		</>
	);
}

function GroupsCard({ upload, desk }: StepProps): ReactNode {
	const { t } = useTranslation();
	const codeWords = useCodeWords();
	const groups = upload.report?.groups ?? [];
	return (
		<section className="data-card groups" aria-labelledby="groups">
			<h2 id="groups">{t("data.check.byKind")}</h2>
			{groups.length === 0 && <p className="muted">{t("data.check.noIssues")}</p>}
			<ul>
				{groups.map(({ code, severity, count, listed }) => {
					const isOn = desk.filter.code === code && desk.filter.severity === severity;
					return (
						<li key={`${severity} ${code}`}>
							<button
								type="button"
								aria-pressed={isOn}
								className={isOn ? "on" : ""}
								data-testid={`group-${severity}-${code}`}
								onClick={() =>
									desk.setFilter({
										...desk.filter,
										code: isOn ? null : code,
										severity: isOn ? null : severity,
									})
								}
							>
								<SeverityTag severity={severity} />
								<span className="ellipsis" title={code}>
									{codeWords(code)}
								</span>
								<b>{formatCount(count)}</b>
							</button>
							{listed < count && (
								<small>{t("data.check.listed", { listed: formatCount(listed) })}</small>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
