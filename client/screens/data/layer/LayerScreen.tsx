// One layer: its history, and small corrections of what is in force.
import "../data.css";
import "../wizard/wizard.css";
import "../mapFurniture.css";
import "./layer.css";
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { Problem } from "../../../app/Problem.tsx";
import { type LayerKey, versionsQuery } from "../../../data/layerQueries.ts";
import { useLayerWords } from "../../../data/layerWords.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Corrections } from "./Corrections.tsx";
import { VersionDrawer } from "./VersionDrawer.tsx";
import { VersionTable } from "./VersionTable.tsx";

/** Kinds whose records a form can hold. */
const CORRECTABLE = ["divisions", "facilities", "residences"] as const;

export default function LayerScreen(): ReactNode {
	const { t } = useTranslation();
	const layerWords = useLayerWords();
	const { kind = "" } = useParams();
	const [params, setParams] = useSearchParams();
	const layer: LayerKey = { kind, scope: params.get("scope") ?? "" };
	const canEdit = useCanEdit();
	const canCorrect = canEdit && CORRECTABLE.some((one) => one === kind);
	const tab = canCorrect && params.get("tab") === "corrections" ? "corrections" : "history";
	const version = Number(params.get("version")) || null;
	const set = (name: string, value: string | null) =>
		setParams((before) => {
			if (value === null) before.delete(name);
			else before.set(name, value);
			return before;
		});
	return (
		<main className={`layer-page ${tab}`} data-testid="layer">
			<header className="layer-bar">
				<Link to="/data" className="icon-button" aria-label={t("data.back")}>
					<Icon name="back" />
				</Link>
				<h1>{layerWords(layer)}</h1>
				{canCorrect && (
					<Segmented
						value={tab}
						options={[
							{ value: "history", label: t("data.layers.history") },
							{
								value: "corrections",
								label: <span data-testid="corrections">{t("data.correct.title")}</span>,
							},
						]}
						onChange={(next) => set("tab", next === "history" ? null : next)}
					/>
				)}
			</header>
			{tab === "history" ? (
				<History layer={layer} onOpen={(id) => set("version", String(id))} />
			) : (
				<Corrections key={`${layer.kind} ${layer.scope}`} layer={layer} />
			)}
			<VersionDrawer layer={layer} id={version} onClose={() => set("version", null)} />
		</main>
	);
}

function History({ layer, onOpen }: { layer: LayerKey; onOpen(id: number): void }): ReactNode {
	const { t } = useTranslation();
	const versions = useQuery(versionsQuery(layer));
	if (versions.error !== null && versions.data === undefined) return <Problem query={versions} />;
	return (
		<section className="data-card" aria-label={t("data.layers.history")}>
			<VersionTable versions={versions.data} onOpen={onOpen} />
		</section>
	);
}
