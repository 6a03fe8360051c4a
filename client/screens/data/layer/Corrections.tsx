// 小改动: one record is added, corrected, moved or removed on the map, with a reason; it makes a version like any commit.
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../app/Problem.tsx";
import { usePreferences } from "../../../app/preferences.tsx";
import { formatCount } from "../../../data/formats.ts";
import { type LayerKey, type LayerRecord, recordsQuery } from "../../../data/layerQueries.ts";
import { cityQuery, divisionsQuery } from "../../../data/queries.ts";
import type { ShapeCollection } from "../../../data/uploadQueries.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { DataMapView, type Focus } from "../../../map/DataMapView.tsx";
import { EMPTY_SCENE } from "../../../map/DataScene.ts";
import { bboxOfShapes } from "../../../map/shapeLines.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { StateNote } from "../../../ui/StateNote.tsx";
import { CorrectionCard } from "./CorrectionCard.tsx";
import { type CorrectionForm, formOf, NEW_FIELDS } from "./correctionOf.ts";

const FOCUS_ZOOM = 15;

export function Corrections({ layer }: { layer: LayerKey }): ReactNode {
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	const [text, setText] = useState("");
	const records = useQuery(recordsQuery(layer, useDeferredValue(text.trim())));
	const [before, setBefore] = useState<LayerRecord | null>(null);
	const [form, setForm] = useState<CorrectionForm | null>(null);
	const isPoint = layer.kind !== "divisions";
	const choose = (record: LayerRecord) => {
		setBefore(record);
		setForm(formOf(record));
	};
	const add = () => {
		const values = Object.fromEntries((NEW_FIELDS[layer.kind] ?? []).map((field) => [field, ""]));
		setBefore(null);
		setForm({ action: "add", id: "", values, lonLat: null, reason: "" });
	};
	const close = () => {
		setBefore(null);
		setForm(null);
	};
	return (
		<div className="wizard-body corrections">
			<div className="wizard-left">
				{form === null ? (
					<section className="data-card record-card">
						<div className="record-search">
							<Input
								allowClear
								value={text}
								placeholder={t("data.correct.search")}
								aria-label={t("data.correct.search")}
								data-testid="record-search"
								prefix={<Icon name="search" size={14} />}
								onChange={({ target }) => setText(target.value)}
							/>
							{canEdit && isPoint && (
								<button type="button" className="button" data-testid="add-record" onClick={add}>
									<Icon name="plus" size={13} /> {t("data.correct.add")}
								</button>
							)}
						</div>
						{records.error !== null && records.data === undefined && <Problem query={records} />}
						<RecordList records={records.data} onChoose={choose} />
					</section>
				) : (
					<CorrectionCard
						layer={layer}
						before={before}
						form={form}
						onForm={setForm}
						onClose={close}
					/>
				)}
			</div>
			<div className="wizard-right">
				<RecordMap
					layer={layer}
					records={records.data?.records}
					chosen={before}
					form={isPoint && canEdit ? form : null}
					onChoose={choose}
					onForm={setForm}
				/>
			</div>
		</div>
	);
}

interface RecordListProps {
	readonly records: { readonly records: LayerRecord[]; readonly total: number } | undefined;
	onChoose(record: LayerRecord): void;
}

function RecordList({ records, onChoose }: RecordListProps): ReactNode {
	const { t } = useTranslation();
	if (records === undefined) return null;
	if (records.records.length === 0) return <p className="muted">{t("data.correct.none")}</p>;
	return (
		<>
			<ul className="record-list">
				{records.records.map((record) => (
					<li key={record.id}>
						<button
							type="button"
							data-testid={`record-${record.id}`}
							onClick={() => onChoose(record)}
						>
							<span className="ellipsis">{record.name || record.id}</span>
							<small>{record.id}</small>
						</button>
					</li>
				))}
			</ul>
			{records.total > records.records.length && (
				<p className="muted">
					{t("data.correct.more", {
						shown: formatCount(records.records.length),
						total: formatCount(records.total),
					})}
				</p>
			)}
		</>
	);
}

interface RecordMapProps {
	readonly layer: LayerKey;
	readonly records: readonly LayerRecord[] | undefined;
	readonly chosen: LayerRecord | null;
	/** null: points do not move. */
	readonly form: CorrectionForm | null;
	onChoose(record: LayerRecord): void;
	onForm(form: CorrectionForm): void;
}

function RecordMap({ layer, records, chosen, form, onChoose, onForm }: RecordMapProps): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const { data: city } = useQuery(cityQuery);
	const borders = useBorders(layer);
	const shapes = useMemo(() => shapesOf(records ?? [], borders), [records, borders]);
	const handle = form === null || form.action === "remove" ? null : form.lonLat;
	const scene = useMemo(
		() => ({ ...EMPTY_SCENE, theme, shapes, chosenShape: chosen?.id ?? null, handle }),
		[theme, shapes, chosen?.id, handle],
	);
	const focus = useMemo<Focus | null>(() => {
		if (chosen === null) return null;
		const box = bboxOfShapes(borders.filter(({ properties }) => properties.id === chosen.id));
		return box === null ? { at: [chosen.lon, chosen.lat], zoom: FOCUS_ZOOM } : { box };
	}, [chosen, borders]);
	return (
		<DataMapView
			scene={scene}
			bbox={city?.bbox ?? null}
			focus={focus}
			coveredPx={0}
			label={t("data.correct.map")}
			fallback={
				<StateNote icon="warning" words={t("state.noWebGl")} detail={t("data.map.noWebGlHow")} />
			}
			onShape={(id) => {
				const record = records?.find((one) => one.id === id);
				if (record !== undefined && form === null) onChoose(record);
			}}
			onClick={(lonLat) => {
				if (form !== null && form.action !== "remove") onForm({ ...form, lonLat });
			}}
			onHandle={(lonLat) => {
				if (form !== null) onForm({ ...form, lonLat });
			}}
		>
			<span className="map-note">{t("map.sketch")}</span>
		</DataMapView>
	);
}

/** Borders to see where one is: of the units themselves, else of the streets, which then cannot be chosen. */
function useBorders({ kind, scope }: LayerKey): ShapeCollection["features"] {
	const isUnits = kind === "divisions";
	const { data } = useQuery(divisionsQuery(isUnits ? scope : "street", null));
	return useMemo(
		() =>
			(data?.features ?? []).map(({ geometry, properties: { code, name } }) => ({
				type: "Feature",
				geometry,
				properties: { role: "current", id: isUnits ? code : "", name, row: null },
			})),
		[data, isUnits],
	);
}

function shapesOf(
	records: readonly LayerRecord[],
	borders: ShapeCollection["features"],
): ShapeCollection {
	const points = records.map(({ id, name, lon, lat }): ShapeCollection["features"][number] => ({
		type: "Feature",
		geometry: { type: "Point", coordinates: [lon, lat] },
		properties: { role: "staged", id, name, row: null },
	}));
	return { type: "FeatureCollection", features: [...borders, ...points] };
}
