// One residence: who lives there, why it is served or not, the walk, and what another limit or speed would change.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useBasis } from "../data/basis.ts";
import { formatCount } from "../data/formats.ts";
import { residencesQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useExplanation } from "../data/useExplanation.ts";
import { useFigure } from "../data/useFigure.ts";
import { categoryName, useLanguage } from "../data/useLanguage.ts";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton, StateNote } from "../ui/StateNote.tsx";
import { ResidenceParts } from "./ResidenceParts.tsx";
import { ResidenceWhatIf } from "./ResidenceWhatIf.tsx";
import { ResidenceWhy } from "./ResidenceWhy.tsx";
import { useNeighbourHomes } from "./useNeighbourHomes.ts";
import "./styles/residence.css";

export function ResidenceCard({ id }: { id: string }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view, change] = useCityView();
	const { category, hasWalks, isComposite, key } = useFigure(view);
	const { data: residences } = useQuery(residencesQuery(useBasis()));
	const { data: why, error, refetch } = useExplanation(view);
	const card = useCardFocus();
	const index = residences?.ids.indexOf(id) ?? -1;
	const residents = residences?.residents[index];
	// the eight services of the composite are told one by one, in place of one walk
	const isWalked = hasWalks && !isComposite;
	const isUnknown = residences !== undefined && index < 0;
	return (
		<section
			ref={card}
			className="residence-card"
			tabIndex={-1}
			aria-label={t("residence.title", { id })}
			data-testid="residence-card"
		>
			<div className="panel-title">
				<button
					type="button"
					className="icon-button"
					aria-label={t("action.back")}
					onClick={() => change({ home: null })}
					data-testid="residence-back"
				>
					<Icon name="back" />
				</button>
				<h2 className="ellipsis">{t("residence.title", { id })}</h2>
				<Neighbours id={id} />
			</div>
			<p className="residence-about">
				{residents !== undefined && (
					<span>{t("residence.people", { people: formatCount(residents) })}</span>
				)}
				<span className="ellipsis">{categoryName(category, language)}</span>
				<span>{t(`mode.${key.mode}Short`)}</span>
			</p>
			<div className="scroll">
				{isUnknown && <StateNote icon="info" words={t("residence.gone")} />}
				{!hasWalks && <p className="residence-note">{t("residence.presence")}</p>}
				{isComposite && !isUnknown && <ResidenceParts id={id} />}
				{isWalked && !isUnknown && why === undefined && error === null && <Skeleton rows={5} />}
				{!isUnknown && error !== null && (
					<StateNote
						icon="warning"
						tone="error"
						words={t("residence.failed")}
						action={{ label: t("action.retry"), onAct: () => void refetch() }}
					/>
				)}
				{why !== undefined && isWalked && (
					<>
						<ResidenceWhy why={why} />
						<ResidenceWhatIf why={why} />
					</>
				)}
			</div>
		</section>
	);
}

/** Steps through the residences of the open finding, so that each can be asked why. */
function Neighbours({ id }: { id: string }): ReactNode {
	const { t } = useTranslation();
	const { place, count, step } = useNeighbourHomes(id);
	if (count < 2) return null;
	return (
		<span className="residence-steps right">
			<button
				type="button"
				className="icon-button"
				aria-label={t("residence.previous")}
				onClick={() => step(-1)}
			>
				<Icon name="back" size={14} />
			</button>
			<span>{`${place} / ${count}`}</span>
			<button
				type="button"
				className="icon-button next"
				aria-label={t("residence.next")}
				onClick={() => step(1)}
			>
				<Icon name="back" size={14} />
			</button>
		</span>
	);
}

/** The card takes the focus when it opens, and gives it back to what opened it. */
function useCardFocus() {
	const card = useRef<HTMLElement>(null);
	useEffect(() => {
		const before = document.activeElement;
		card.current?.focus({ preventScroll: true });
		return () => {
			if (before instanceof HTMLElement && before.isConnected)
				before.focus({ preventScroll: true });
		};
	}, []);
	return card;
}
