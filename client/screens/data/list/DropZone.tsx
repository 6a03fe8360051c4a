// 交一份数据: files dropped anywhere on the page, or chosen.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../data/errorWords.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { StateNote } from "../../../ui/StateNote.tsx";
import { useHandIn } from "./useHandIn.ts";

export function DropZone(): ReactNode {
	const { t } = useTranslation();
	const input = useRef<HTMLInputElement>(null);
	const handIn = useHandIn();
	const errorWords = useErrorWords();
	const isOver = usePageDrop((files) => handIn.mutate(files));
	return (
		<>
			<button
				type="button"
				className={`drop-zone ${isOver ? "over" : ""}`}
				data-testid="drop-zone"
				disabled={handIn.isPending}
				onClick={() => input.current?.click()}
			>
				<Icon name="upload" size={22} />
				<span>
					<b>{t(isOver ? "data.drop.release" : "data.drop.title")}</b>
					<small>{t("data.drop.formats")}</small>
				</span>
				<span className="button primary" aria-hidden="true">
					{t("data.drop.choose")}
				</span>
			</button>
			<input
				ref={input}
				type="file"
				multiple
				hidden
				data-testid="file-input"
				aria-label={t("data.drop.title")}
				onChange={({ target }) => {
					const files = [...(target.files ?? [])];
					target.value = "";
					if (files.length > 0) handIn.mutate(files);
				}}
			/>
			{handIn.error !== null && (
				<StateNote icon="warning" tone="error" words={errorWords(handIn.error)} />
			)}
		</>
	);
}

/** True while files are held over the page. */
function usePageDrop(onFiles: (files: File[]) => void): boolean {
	const [isOver, setOver] = useState(false);
	const latest = useRef(onFiles);
	useEffect(() => {
		latest.current = onFiles;
	});
	useEffect(() => {
		const holds = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
		const over = (event: DragEvent) => {
			if (!holds(event)) return;
			event.preventDefault();
			setOver(true);
		};
		const leave = (event: DragEvent) => {
			if (event.relatedTarget === null) setOver(false);
		};
		const drop = (event: DragEvent) => {
			if (!holds(event)) return;
			event.preventDefault();
			setOver(false);
			const files = [...(event.dataTransfer?.files ?? [])];
			if (files.length > 0) latest.current(files);
		};
		window.addEventListener("dragover", over);
		window.addEventListener("dragleave", leave);
		window.addEventListener("drop", drop);
		return () => {
			window.removeEventListener("dragover", over);
			window.removeEventListener("dragleave", leave);
			window.removeEventListener("drop", drop);
		};
	}, []);
	return isOver;
}
