// 保存视图: a name, a sentence to say with it, for oneself or for everyone, with these figures or always the latest.
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import type { SavedView } from "../../planning/wire/savedViews.ts";
import { useErrorWords } from "../data/errorWords.ts";
import { useKeepView } from "../data/savedViewQueries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { linkAddress } from "../data/viewLink.ts";
import { CopyField } from "./CopyField.tsx";

interface SaveViewFormProps {
	readonly location: { readonly pathname: string; readonly search: string };
	readonly shown: SnapshotEntry | null;
}

export function SaveViewForm({ location, shown }: SaveViewFormProps): ReactNode {
	const { t } = useTranslation();
	const errorWords = useErrorWords();
	const keep = useKeepView();
	const [title, setTitle] = useState(useFirstTitle());
	const [caption, setCaption] = useState("");
	const [isShared, setShared] = useState(false);
	const [isPinned, setPinned] = useState(true);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const address = linkAddress(location, isPinned ? (shown?.hash ?? null) : null);
		keep.mutate({ title, caption, address, isShared });
	};
	if (keep.data !== undefined) return <Kept view={keep.data} />;
	return (
		<form className="save-view" onSubmit={submit} data-testid="save-view">
			<label>
				{t("share.title")}
				<input
					required
					maxLength={80}
					value={title}
					onChange={({ target }) => setTitle(target.value)}
					data-testid="view-title"
				/>
			</label>
			<label>
				{t("share.caption")}
				<textarea
					rows={2}
					maxLength={300}
					value={caption}
					onChange={({ target }) => setCaption(target.value)}
					data-testid="view-caption"
				/>
			</label>
			{shown !== null && (
				<Tick isOn={isPinned} onChange={setPinned}>
					{t("share.pin", { number: shown.number })}
				</Tick>
			)}
			<Tick isOn={isShared} onChange={setShared}>
				{t("share.shared")}
			</Tick>
			{keep.error !== null && (
				<p className="form-error" role="alert">
					{errorWords(keep.error)}
				</p>
			)}
			<button
				type="submit"
				className="button"
				disabled={keep.isPending || title.trim() === ""}
				data-testid="view-keep"
			>
				{t("share.keepIt")}
			</button>
		</form>
	);
}

interface TickProps {
	readonly isOn: boolean;
	readonly children: ReactNode;
	onChange(isOn: boolean): void;
}

function Tick({ isOn, children, onChange }: TickProps): ReactNode {
	return (
		<label className="tick">
			<input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
			{children}
		</label>
	);
}

function Kept({ view }: { view: SavedView }): ReactNode {
	const { t } = useTranslation();
	return (
		<div role="status" data-testid="view-kept">
			<p>{t("share.kept", { title: view.title, position: view.position })}</p>
			{view.isShared && (
				<CopyField
					text={new URL(`/views/${view.id}`, window.location.origin).href}
					label={t("share.keptLink")}
					testId="view-link"
				/>
			)}
		</div>
	);
}

/** A name to begin with: what is shown, of whom, at which level. */
function useFirstTitle(): string {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const { category } = useFigure(view);
	return [categoryName(category, language), t(`level.${view.level}`)].join(" · ");
}
