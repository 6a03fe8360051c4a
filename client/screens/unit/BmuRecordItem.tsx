// One thing that no layer holds: what was recorded last, by whom, and a new record. Earlier ones stay readable.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Radio } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BmuRecordItem as Item } from "../../../planning/coverage/figures/scorecard.ts";
import type { BmuRecord } from "../../../planning/wire/unitPage.ts";
import { useErrorWords } from "../../data/errorWords.ts";
import { formatTime } from "../../data/formats.ts";
import { sendJson } from "../../data/http.ts";
import { type BmuRecords, bmuRecordsPath, bmuRecordsQuery } from "../../data/unitQueries.ts";
import { useCanRecord } from "../../data/useCanRecord.ts";
import { recordOf } from "./bmuFacts.ts";

interface BmuRecordItemProps {
	readonly code: string;
	readonly item: Item;
	readonly records: readonly BmuRecord[];
}

export function BmuRecordItem({ code, item, records }: BmuRecordItemProps): ReactNode {
	const { t } = useTranslation();
	const canRecord = useCanRecord();
	const [isOpen, setOpen] = useState(false);
	const last = recordOf(records, item);
	const earlier = records.filter((record) => record.item === item && record !== last);
	const has = last?.has ?? "unknown";
	return (
		<li className={`bmu-item has-${has}`} data-testid={`bmu-${item}`}>
			<span>{t(`bmu.item.${item}`)}</span>
			<b>{t(`bmu.has.${has}`)}</b>
			{canRecord && (
				<button
					type="button"
					className="text-button"
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					{t(isOpen ? "action.close" : "bmu.record")}
				</button>
			)}
			{last !== undefined && <RecordLine record={last} />}
			{earlier.length > 0 && (
				<details>
					<summary>{t("bmu.earlier", { count: earlier.length })}</summary>
					{earlier.map((record) => (
						<RecordLine key={record.recordedAt + record.has} record={record} isEarlier />
					))}
				</details>
			)}
			{isOpen && <RecordForm code={code} item={item} has={has} onDone={() => setOpen(false)} />}
		</li>
	);
}

function RecordLine({
	record,
	isEarlier = false,
}: {
	readonly record: BmuRecord;
	readonly isEarlier?: boolean;
}): ReactNode {
	const { t } = useTranslation();
	const { has, note, recordedBy, recordedAt } = record;
	return (
		<small className="muted">
			{[isEarlier && t(`bmu.has.${has}`), note, recordedBy, formatTime(recordedAt)]
				.filter(Boolean)
				.join(" · ")}
		</small>
	);
}

interface RecordFormProps {
	readonly code: string;
	readonly item: Item;
	readonly has: BmuRecord["has"];
	onDone(): void;
}

function RecordForm({ code, item, has, onDone }: RecordFormProps): ReactNode {
	const { t } = useTranslation();
	const queries = useQueryClient();
	const errorWords = useErrorWords();
	const [chosen, setChosen] = useState(has);
	const [note, setNote] = useState("");
	const save = useMutation({
		mutationFn: () =>
			sendJson<BmuRecords>(`${bmuRecordsPath(code)}/${item}`, { has: chosen, note }, "PUT"),
		onSuccess: (answer) => {
			queries.setQueryData(bmuRecordsQuery(code).queryKey, answer);
			onDone();
		},
	});
	return (
		<form
			className="bmu-form"
			onSubmit={(event) => {
				event.preventDefault();
				save.mutate();
			}}
		>
			<Radio.Group
				value={chosen}
				aria-label={t(`bmu.item.${item}`)}
				options={(["yes", "no", "unknown"] as const).map((value) => ({
					value,
					label: t(`bmu.has.${value}`),
				}))}
				onChange={({ target }) => setChosen(target.value)}
			/>
			<Input
				maxLength={500}
				value={note}
				placeholder={t("bmu.note")}
				aria-label={t("bmu.note")}
				onChange={({ target }) => setNote(target.value)}
			/>
			<button type="submit" className="button small primary" disabled={save.isPending}>
				{t("bmu.save")}
			</button>
			{save.error !== null && <small role="alert">{errorWords(save.error)}</small>}
		</form>
	);
}
