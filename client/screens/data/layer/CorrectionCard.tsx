// The form of one record: its fields, its place, the reason.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Input, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Committed } from "../../../../planning/wire/layers.ts";
import { useErrorWords } from "../../../data/errorWords.ts";
import { formatLonLat } from "../../../data/formats.ts";
import { ApiError, sendJson } from "../../../data/http.ts";
import type { LayerKey, LayerRecord } from "../../../data/layerQueries.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { StateNote } from "../../../ui/StateNote.tsx";
import { useFieldWords } from "../useFieldWords.ts";
import { type CorrectionForm, correctionOf, isChanged } from "./correctionOf.ts";

interface CorrectionCardProps {
	readonly layer: LayerKey;
	/** null: a new record. */
	readonly before: LayerRecord | null;
	readonly form: CorrectionForm;
	onForm(form: CorrectionForm): void;
	onClose(): void;
}

export function CorrectionCard(props: CorrectionCardProps): ReactNode {
	const { layer, before, form, onForm, onClose } = props;
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	return (
		<section className="data-card correction" data-testid="correction">
			<h2>
				<button
					type="button"
					className="icon-button"
					aria-label={t("action.back")}
					onClick={onClose}
				>
					<Icon name="back" />
				</button>
				<span className="ellipsis">
					{before === null ? t("data.correct.new") : before.name || before.id}
				</span>
			</h2>
			<FieldInputs {...props} />
			{layer.kind !== "divisions" && <Place {...props} />}
			{canEdit && (
				<>
					{before !== null && (
						<Checkbox
							checked={form.action === "remove"}
							data-testid="remove-record"
							onChange={({ target }) =>
								onForm({ ...form, action: target.checked ? "remove" : "change" })
							}
						>
							{t("data.correct.remove")}
						</Checkbox>
					)}
					<SendCorrection {...props} />
				</>
			)}
		</section>
	);
}

function FieldInputs({ before, form, onForm }: CorrectionCardProps): ReactNode {
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	const fieldWords = useFieldWords();
	const isLocked = !canEdit || form.action === "remove";
	const prefix = useId();
	return (
		<div className="field-inputs">
			<label htmlFor={`${prefix}-id`}>
				{t("data.field.id")}
				<Input
					id={`${prefix}-id`}
					size="small"
					value={form.id}
					disabled={before !== null || isLocked}
					data-testid="correct-id"
					onChange={({ target }) => onForm({ ...form, id: target.value })}
				/>
			</label>
			{Object.entries(form.values).map(([field, value]) => (
				<label key={field} htmlFor={`${prefix}-${field}`}>
					{fieldWords(field)}
					<FieldInput
						id={`${prefix}-${field}`}
						field={field}
						value={value}
						isLocked={isLocked}
						onValue={(next) => onForm({ ...form, values: { ...form.values, [field]: next } })}
					/>
				</label>
			))}
		</div>
	);
}

interface FieldInputProps {
	readonly id: string;
	readonly field: string;
	readonly value: string;
	readonly isLocked: boolean;
	onValue(value: string): void;
}

/** Fields of few values are chosen, others typed. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
	streetKind: ["subdistrict", "town", "township", "other"],
	zone: ["urban", "new-town", "market-town", "village"],
};

function FieldInput({ id, field, value, isLocked, onValue }: FieldInputProps): ReactNode {
	const { t } = useTranslation();
	const choices = CHOICES[field];
	if (choices === undefined)
		return (
			<Input
				id={id}
				size="small"
				value={value}
				disabled={isLocked}
				data-testid={`correct-${field}`}
				onChange={({ target }) => onValue(target.value)}
			/>
		);
	return (
		<Select<string>
			id={id}
			size="small"
			className="wide"
			allowClear
			value={value === "" ? null : value}
			disabled={isLocked}
			data-testid={`correct-${field}`}
			options={choices.map((one) => ({ value: one, label: t(`data.value.${one}`) }))}
			onChange={(next: string | undefined) => onValue(next ?? "")}
		/>
	);
}

function Place({ before, form }: CorrectionCardProps): ReactNode {
	const { t } = useTranslation();
	const { lonLat } = form;
	const isMoved =
		before !== null && lonLat !== null && (lonLat[0] !== before.lon || lonLat[1] !== before.lat);
	return (
		<p className="muted" data-testid="correct-place">
			{lonLat === null ? t("data.correct.place") : formatLonLat(...lonLat)}
			{lonLat !== null && ` · ${t(isMoved ? "data.correct.moved" : "data.correct.move")}`}
		</p>
	);
}

function SendCorrection({ layer, before, form, onForm, onClose }: CorrectionCardProps): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const queries = useQueryClient();
	const [acceptWarnings, setAccept] = useState(false);
	const reasonId = useId();
	const correct = useMutation({
		mutationFn: () =>
			sendJson<Committed>("/api/corrections", {
				...correctionOf(layer, form, before),
				acceptWarnings,
				renewSnapshot: true,
			}),
		onSuccess: async () => {
			void message.success(t("data.correct.done"));
			onClose();
			await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
		},
	});
	const isWarned = correct.error instanceof ApiError && /warning/.test(correct.error.code);
	const isPlaced = form.action !== "add" || form.lonLat !== null;
	const canSend =
		form.reason.trim() !== "" &&
		form.id.trim() !== "" &&
		isPlaced &&
		isChanged(layer, form, before);
	return (
		<>
			<label className="reason" htmlFor={reasonId}>
				{t("data.correct.reason")}
				<Input.TextArea
					id={reasonId}
					rows={2}
					maxLength={2000}
					value={form.reason}
					data-testid="correct-reason"
					onChange={({ target }) => onForm({ ...form, reason: target.value })}
				/>
			</label>
			{correct.error !== null && (
				<StateNote icon="warning" tone="error" words={errorWords(correct.error)} />
			)}
			{(isWarned || acceptWarnings) && (
				<Checkbox
					checked={acceptWarnings}
					data-testid="accept-warnings"
					onChange={({ target }) => setAccept(target.checked)}
				>
					{t("data.commit.accept")}
				</Checkbox>
			)}
			<button
				type="button"
				className="button primary"
				data-testid="correct"
				disabled={!canSend || correct.isPending}
				onClick={() => correct.mutate()}
			>
				{t(`data.correct.act.${form.action}`)}
			</button>
		</>
	);
}
