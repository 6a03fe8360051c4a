// One kept view in the list: name, words, place, who may see it.
import { Popconfirm, Switch } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { useErrorWords } from "../../data/errorWords.ts";
import { useChangeView, useRemoveView } from "../../data/savedViewQueries.ts";
import { Icon } from "../../ui/Icon.tsx";
import { KeptField } from "./KeptField.tsx";
import { PlaceButtons } from "./PlaceButtons.tsx";
import { isPage } from "./slides.ts";

interface OwnViewRowProps {
	readonly view: SavedView;
	readonly count: number;
}

export function OwnViewRow({ view, count }: OwnViewRowProps): ReactNode {
	const { t } = useTranslation();
	const errorWords = useErrorWords();
	const change = useChangeView();
	const { id, title, caption, isShared } = view;
	return (
		<li className="own-view" data-testid={`own-view-${id}`}>
			<KeptField
				value={title}
				label={t("share.title")}
				maxLength={80}
				isNeeded
				onKeep={(words) => change.mutate({ id, title: words })}
			/>
			<KeptField
				value={caption}
				label={t("share.caption")}
				maxLength={300}
				onKeep={(words) => change.mutate({ id, caption: words })}
			/>
			<div className="own-view-acts">
				<PlaceButtons
					view={view}
					count={count}
					onMove={(position) => change.mutate({ id, position })}
				/>
				<span className="tick">
					<Switch
						size="small"
						checked={isShared}
						aria-label={t("present.share", { title })}
						onChange={(wanted) => change.mutate({ id, isShared: wanted })}
					/>
					{t(isShared ? "present.isShared" : "present.isOwn")}
				</span>
				<Remove view={view} />
			</div>
			{!isPage(view) && <p className="muted">{t("present.notOfMap")}</p>}
			{change.error !== null && (
				<p className="form-error" role="alert">
					{errorWords(change.error)}
				</p>
			)}
		</li>
	);
}

function Remove({ view: { id, title } }: { view: SavedView }): ReactNode {
	const { t } = useTranslation();
	const remove = useRemoveView();
	return (
		<Popconfirm
			title={t("present.removeWhat", { title })}
			okText={t("present.remove")}
			onConfirm={() => remove.mutate(id)}
		>
			<button
				type="button"
				className="icon-button right"
				aria-label={t("present.removeOf", { title })}
			>
				<Icon name="bin" />
			</button>
		</Popconfirm>
	);
}
