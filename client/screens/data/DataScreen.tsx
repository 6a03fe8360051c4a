// 数据管理: hand in, go on with what was begun, and the layers in force.
import "./data.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../data/useCanEdit.ts";
import { DropZone } from "./list/DropZone.tsx";
import { LayerTable } from "./list/LayerTable.tsx";
import { SnapshotHint } from "./list/SnapshotHint.tsx";
import { Templates } from "./list/Templates.tsx";
import { UnfinishedUploads } from "./list/UnfinishedUploads.tsx";

export default function DataScreen(): ReactNode {
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	return (
		<main className="data-page" data-testid="data">
			<h1>{t("data.title")}</h1>
			{canEdit ? <DropZone /> : <p className="muted">{t("data.lookOnly")}</p>}
			<SnapshotHint />
			{canEdit && <UnfinishedUploads />}
			<section className="data-card" aria-labelledby="layers">
				<h2 id="layers">
					{t("data.layers.title")} <small>{t("data.layers.why")}</small>
				</h2>
				<LayerTable />
			</section>
			<Templates />
		</main>
	);
}
