// One kept view in the list: name, words, place, who may see it. What is written is kept when the field is left.
import { Popconfirm, Switch } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { useErrorWords } from "../../data/errorWords.ts";
import { useChangeView, useRemoveView } from "../../data/savedViewQueries.ts";
import { Icon } from "../../ui/Icon.tsx";
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
			<Kept
				value={title}
				label={t("share.title")}
				maxLength={80}
				isNeeded
				onKeep={(words) => change.mutate({ id, title: words })}
			/>
			<Kept
				value={caption}
				label={t("share.caption")}
				maxLength={300}
				onKeep={(words) => change.mutate({ id, caption: words })}
			/>
			<div className="own-view-acts">
				<Places view={view} count={count} onMove={(position) => change.mutate({ id, position })} />
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

interface KeptProps {
	readonly value: string;
	readonly label: string;
	readonly maxLength: number;
	readonly isNeeded?: boolean;
	onKeep(words: string): void;
}

/** Left empty where words are needed, the old ones return. */
function Kept({ value, label, maxLength, isNeeded = false, onKeep }: KeptProps): ReactNode {
	const [words, setWords] = useState(value);
	const leave = () => {
		const said = words.trim();
		if (said === value) return;
		if (said === "" && isNeeded) setWords(value);
		else onKeep(said);
	};
	return (
		<input
			value={words}
			aria-label={label}
			placeholder={label}
			maxLength={maxLength}
			onChange={({ target }) => setWords(target.value)}
			onBlur={leave}
			onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
		/>
	);
}

interface PlacesProps extends OwnViewRowProps {
	onMove(position: number): void;
}

/** Up and down; the button keeps the focus though its row moves. */
function Places({ view: { title, position }, count, onMove }: PlacesProps): ReactNode {
	const { t } = useTranslation();
	const pressed = useRef<HTMLButtonElement | null>(null);
	useEffect(() => {
		if (position > 0) pressed.current?.focus();
		pressed.current = null;
	}, [position]);
	const move = (by: -1 | 1) => (
		<button
			type="button"
			className="icon-button"
			aria-label={t(by < 0 ? "present.up" : "present.down", { title })}
			aria-disabled={by < 0 ? position === 1 : position === count}
			onClick={({ currentTarget }) => {
				const wanted = position + by;
				if (wanted < 1 || wanted > count) return;
				pressed.current = currentTarget;
				onMove(wanted);
			}}
		>
			<Icon name={by < 0 ? "up" : "down"} />
		</button>
	);
	return (
		<>
			<b>{position}</b>
			{move(-1)}
			{move(1)}
		</>
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
