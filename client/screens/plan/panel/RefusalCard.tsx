// A refusal where it was met: what would happen, and the nearest that is legal. Enter takes it, Esc lets it be.
import "./refusal.css";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEscape } from "../../../app/useEscape.ts";
import { useKeys } from "../../../app/useKeys.ts";
import type { RefusalNews } from "../../../data/plan/planMessages.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { besideCursor, type Place, type Room } from "./besideCursor.ts";
import { firstSentence } from "./sentences.ts";

interface RefusalCardProps {
	readonly refusal: RefusalNews;
	/** The cursor, from the left top of the element that the card lies in. */
	readonly at: Place;
	/** What panels leave free of that element; all of it where it is not said. */
	readonly room?: Room;
	onAdopt(): void;
	onDismiss(): void;
}

export function RefusalCard({
	refusal,
	at,
	room,
	onAdopt,
	onDismiss,
}: RefusalCardProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { nearest } = refusal;
	const { first, rest } = firstSentence(refusal[language]);
	const [card, place] = usePlace(at, room, refusal);
	useEscape(true, onDismiss);
	useKeys(nearest === null ? {} : { Enter: onAdopt }, { isFirst: true });
	return (
		<div ref={card} className="refusal-card" style={place} role="alert" data-testid="plan-refusal">
			<p className="refusal-first">
				<Icon name="warning" size={15} />
				{first}
			</p>
			{nearest !== null ? (
				<p>{t("plan.panel.refusal.nearest", { words: nearest[language] })}</p>
			) : (
				rest !== "" && <p>{rest}</p>
			)}
			<div className="refusal-acts">
				{nearest !== null && (
					<button type="button" onClick={onAdopt} data-testid="plan-adopt">
						<kbd>Enter</kbd>
						{t("plan.panel.refusal.adopt")}
					</button>
				)}
				<button type="button" onClick={onDismiss} data-testid="plan-dismiss">
					<kbd>Esc</kbd>
					{t("plan.panel.refusal.dismiss")}
				</button>
			</div>
		</div>
	);
}

const MARGIN_PX = 16;

function wholeOf({ clientWidth, clientHeight }: Element): Room {
	return {
		leftPx: MARGIN_PX,
		topPx: MARGIN_PX,
		widthPx: clientWidth - 2 * MARGIN_PX,
		heightPx: clientHeight - 2 * MARGIN_PX,
	};
}

/** Known once the card has its size, before anything is seen of it. */
function usePlace({ leftPx, topPx }: Place, room: Room | undefined, refusal: RefusalNews) {
	const card = useRef<HTMLDivElement>(null);
	const [place, setPlace] = useState<Place>({ leftPx, topPx });
	// biome-ignore lint/correctness/useExhaustiveDependencies: other words make a card of another size
	useLayoutEffect(() => {
		const stage = card.current?.offsetParent;
		if (card.current === null || stage == null) return;
		const size = { widthPx: card.current.offsetWidth, heightPx: card.current.offsetHeight };
		setPlace(besideCursor({ leftPx, topPx }, size, room ?? wholeOf(stage)));
	}, [leftPx, topPx, room, refusal]);
	return [card, { left: place.leftPx, top: place.topPx }] as const;
}
