// The line between the two sides of a swipe: dragged, or moved with the arrow keys, with the names of both sides on it.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";

interface SwipeDividerProps {
	/** What of the width lies left of it, 0–100. */
	readonly sharePct: number;
	/** Names of what is left and right of it. */
	readonly names: readonly [left: string, right: string];
	onMove(sharePct: number): void;
	onClose(): void;
}

const STEP_PCT = 2;
const LEAST_PCT = 5;

export function SwipeDivider({ sharePct, names, onMove, onClose }: SwipeDividerProps): ReactNode {
	const { t } = useTranslation();
	const line = useRef<HTMLDivElement>(null);
	const moveTo = (pct: number) => onMove(Math.min(100 - LEAST_PCT, Math.max(LEAST_PCT, pct)));
	const drag = (event: PointerEvent) => {
		const stage = line.current?.parentElement?.getBoundingClientRect();
		if (stage === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
		moveTo(((event.clientX - stage.left) / stage.width) * 100);
	};
	const [left, right] = names;
	return (
		<div ref={line} className="swipe-line" style={{ left: `${sharePct}%` }}>
			<span className="swipe-name left">{left}</span>
			<span className="swipe-name right">
				{right}
				<button
					type="button"
					className="icon-button"
					aria-label={t("swipe.end")}
					onClick={onClose}
					data-testid="swipe-end"
				>
					<Icon name="close" size={13} />
				</button>
			</span>
			<div
				role="slider"
				tabIndex={0}
				className="swipe-handle"
				aria-label={t("swipe.divider", { left, right })}
				aria-orientation="horizontal"
				aria-valuemin={LEAST_PCT}
				aria-valuemax={100 - LEAST_PCT}
				aria-valuenow={Math.round(sharePct)}
				onKeyDown={(event) => {
					const next = keyed(event, sharePct);
					if (next === null) return;
					event.preventDefault();
					event.stopPropagation();
					moveTo(next);
				}}
				onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
				onPointerMove={drag}
				data-testid="swipe-divider"
			>
				<Icon name="back" size={12} />
				<Icon name="back" size={12} />
			</div>
		</div>
	);
}

/** Where a key moves the divider to; null for keys of others. */
function keyed({ key }: KeyboardEvent, sharePct: number): number | null {
	switch (key) {
		case "ArrowLeft":
		case "ArrowDown":
			return sharePct - STEP_PCT;
		case "ArrowRight":
		case "ArrowUp":
			return sharePct + STEP_PCT;
		case "Home":
			return 0;
		case "End":
			return 100;
		default:
			return null;
	}
}
