// After committing: the versions that are in force now, and where to go from here.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Upload } from "../../../../planning/wire/uploads.ts";
import { formatCount, formatTime } from "../../../data/formats.ts";
import { useLayerWords } from "../../../data/layerWords.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { UploadTitle } from "./WizardBand.tsx";

export function DonePage({ upload }: { upload: Upload }): ReactNode {
	const { t } = useTranslation();
	const layerWords = useLayerWords();
	const { committed } = upload;
	return (
		<main className="data-page done-page" data-testid="done">
			<UploadTitle upload={upload} />
			<section className="data-card">
				<h1>
					<Icon name="check" size={22} />
					{t(committed?.unchanged === true ? "data.done.unchanged" : "data.done.title")}
				</h1>
				{committed?.unchanged === true && <p>{t("data.done.unchangedWhy")}</p>}
				<ul className="done-layers">
					{committed?.layers.map(({ kind, scope, versionId, unchanged, features }) => (
						<li key={`${kind} ${scope}`}>
							<b>{layerWords({ kind, scope })}</b>
							<span>{t("data.done.features", { shown: formatCount(features) })}</span>
							{unchanged && <span className="tag">{t("data.done.same")}</span>}
							<Link
								className="text-button right"
								data-testid={`done-history-${versionId}`}
								to={`/data/layers/${kind}?${new URLSearchParams({ scope })}`}
							>
								{t("data.done.history")}
							</Link>
						</li>
					))}
				</ul>
				{committed !== null && committed.reason !== null && committed.reason !== "" && (
					<p className="muted">{t("data.done.reason", { reason: committed.reason })}</p>
				)}
				<p className="muted">
					{committed !== null && `${formatTime(committed.at)} · `}
					{t(committed?.snapshot == null ? "data.done.noSnapshot" : "data.done.snapshot")}
				</p>
				<p className="done-actions">
					<Link className="button primary" to="/data" data-testid="done-back">
						{t("data.back")}
					</Link>
					<Link className="button" to="/" data-testid="done-coverage">
						{t("data.done.coverage")}
					</Link>
				</p>
			</section>
		</main>
	);
}
