// 背景地图: what lies beneath everyone's map, for administrators. None is needed.
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Background, SetBackground } from "../../planning/wire/background.ts";
import { backgroundQuery, useSetBackground } from "../data/backgroundQueries.ts";
import { useErrorWords } from "../data/errorWords.ts";
import { Icon } from "../ui/Icon.tsx";
import { useEscape } from "./useEscape.ts";

const KINDS = ["none", "tianditu", "style", "pmtiles"] as const;
type Kind = (typeof KINDS)[number];

export function BackgroundCard({ onClose }: { onClose(): void }): ReactNode {
	const { t } = useTranslation();
	const { data: background } = useQuery(backgroundQuery);
	useEscape(true, onClose);
	return (
		<section className="panel background-card" data-testid="background-card">
			<div className="panel-title">
				<h2>{t("background.title")}</h2>
				<button
					type="button"
					className="icon-button right"
					aria-label={t("action.close")}
					onClick={onClose}
				>
					<Icon name="close" />
				</button>
			</div>
			<BackgroundForm
				key={background === undefined ? "unknown" : "known"}
				background={background ?? null}
			/>
		</section>
	);
}

function BackgroundForm({ background }: { background: Background | null }): ReactNode {
	const { t } = useTranslation();
	const errorWords = useErrorWords();
	const setting = useSetBackground();
	const [kind, setKind] = useState<Kind>(background?.kind ?? "none");
	const [words, setWords] = useState(() => wordsOf(background));
	const wanted = wantedOf(kind, words[kind].trim());
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (wanted !== null) setting.mutate(wanted);
	};
	return (
		<form className="save-view" onSubmit={submit}>
			<Segmented<Kind>
				block
				size="small"
				value={kind}
				onChange={(next) => {
					setKind(next);
					setting.reset();
				}}
				options={KINDS.map((value) => ({ value, label: t(`background.kind.${value}`) }))}
			/>
			{kind === "none" ? (
				<p className="muted">{t("background.how.none")}</p>
			) : (
				<label>
					{t(`background.field.${kind}`)}
					<input
						value={words[kind]}
						onChange={({ target }) => setWords({ ...words, [kind]: target.value })}
						aria-invalid={setting.error !== null}
						aria-describedby="background-about"
						spellCheck={false}
						data-testid="background-value"
					/>
				</label>
			)}
			{setting.error !== null ? (
				<p className="form-error" role="alert" id="background-about" data-testid="background-error">
					{errorWords(setting.error)}
				</p>
			) : (
				kind !== "none" && (
					<p className="muted" id="background-about">
						{t(`background.how.${kind}`)}
					</p>
				)
			)}
			{setting.isSuccess && <p role="status">{t("background.saved")}</p>}
			<button
				type="submit"
				className="button"
				disabled={setting.isPending || wanted === null}
				data-testid="background-save"
			>
				{t(setting.isPending ? "background.checking" : "background.save")}
			</button>
		</form>
	);
}

/** What each field begins with: what is set now. */
function wordsOf(background: Background | null): Record<Kind, string> {
	return {
		none: "",
		tianditu: background?.kind === "tianditu" ? background.key : "",
		style: background?.kind === "style" ? background.url : "",
		pmtiles: background?.kind === "pmtiles" ? background.file : "",
	};
}

/** Null while its field is empty. */
function wantedOf(kind: Kind, words: string): SetBackground | null {
	switch (kind) {
		case "none":
			return { kind };
		case "tianditu":
			return words === "" ? null : { kind, key: words };
		case "style":
			return words === "" ? null : { kind, url: words };
		case "pmtiles":
			return words === "" ? null : { kind, file: words };
	}
}
