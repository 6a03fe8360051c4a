// Up and down in the order of the presentation; the button keeps the focus though its row moves.
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { Icon } from "../../ui/Icon.tsx";

interface PlaceButtonsProps {
	readonly view: SavedView;
	readonly count: number;
	onMove(position: number): void;
}

export function PlaceButtons({
	view: { title, position },
	count,
	onMove,
}: PlaceButtonsProps): ReactNode {
	const { t } = useTranslation();
	const pressed = useRef<{ button: HTMLButtonElement; wanted: number } | null>(null);
	useEffect(() => {
		if (pressed.current?.wanted === position) pressed.current.button.focus();
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
				pressed.current = { button: currentTarget, wanted };
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
