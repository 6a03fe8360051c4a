// 字段对应: which column holds what, on what grounds.
import { Select, Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnFinding, Understanding } from "../../../../planning/wire/understanding.ts";
import { fieldsOf } from "../layerKinds.ts";
import { useFieldWords } from "../useFieldWords.ts";
import { type Draft, withField } from "./draftSettings.ts";
import { useBodyHeight } from "./useBodyHeight.ts";

const HEAD_PX = 34;

interface FieldTableProps {
	readonly understanding: Understanding;
	readonly draft: Draft;
	onChange(more: Partial<Draft>): void;
}

export function FieldTable({ understanding, draft, onChange }: FieldTableProps): ReactNode {
	const { t } = useTranslation();
	const columns = useFieldColumns({ understanding, draft, onChange });
	const [frame, heightPx] = useBodyHeight();
	const used = Object.keys(draft.columns).length;
	return (
		<section className="data-card wizard-table" aria-labelledby="fields">
			<h2 id="fields">
				{t("data.fields.title")}{" "}
				<small>{t("data.fields.used", { used, count: understanding.columns.length })}</small>
			</h2>
			<div className="wizard-table-frame" ref={frame}>
				<Table<ColumnFinding>
					size="small"
					rowKey="name"
					columns={columns}
					dataSource={[...understanding.columns]}
					pagination={false}
					scroll={{ y: Math.max(80, heightPx - HEAD_PX) }}
				/>
			</div>
		</section>
	);
}

function useFieldColumns(props: FieldTableProps): TableColumnsType<ColumnFinding> {
	const { understanding, draft, onChange } = props;
	const { t } = useTranslation();
	const fieldWords = useFieldWords();
	const fieldOf = new Map(Object.entries(draft.columns).map(([field, column]) => [column, field]));
	const fields = fieldsOf(
		draft.kind,
		understanding.columns.map(({ field }) => field),
	);
	return [
		{ title: t("data.fields.column"), dataIndex: "name", width: "24%", ellipsis: true },
		{
			title: t("data.fields.samples"),
			dataIndex: "samples",
			ellipsis: true,
			render: (samples: string[]) => (
				<span className="muted">{samples.slice(0, 3).join(" · ")}</span>
			),
		},
		{
			title: t("data.fields.field"),
			width: 220,
			render: (_, { name }) => (
				<Select<string>
					size="small"
					className="wide"
					allowClear
					showSearch
					optionFilterProp="label"
					value={fieldOf.get(name) ?? null}
					placeholder={t("data.fields.unused")}
					aria-label={t("data.fields.fieldOf", { column: name })}
					options={fields.map((field) => ({ value: field, label: fieldWords(field) }))}
					onChange={(field: string | undefined) =>
						onChange({ columns: withField(draft.columns, name, field ?? null) })
					}
				/>
			),
		},
		{
			title: t("data.fields.basis"),
			width: 110,
			render: (_, { name, field, basis }) => {
				const now = fieldOf.get(name) ?? null;
				if (now === null) return <span className="muted">—</span>;
				const words = now === field && basis !== null ? basis : "person";
				return <span className="muted">{t(`data.basis.field.${words}`)}</span>;
			},
		},
	];
}
