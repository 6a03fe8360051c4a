// All snapshots with their dates and how their analysis stands: one is chosen, another laid beside it.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import { useScreenStanding } from "../data/basis.ts";
import { formatDay } from "../data/formats.ts";
import { useCityView } from "../data/useCityView.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { shortHash } from "../data/viewLink.ts";
import { OldSnapshot } from "./OldSnapshot.tsx";

interface SnapshotListProps {
	readonly canCompare: boolean;
	onChosen(): void;
}

export function SnapshotList({ canCompare, onChosen }: SnapshotListProps): ReactNode {
	const { t } = useTranslation();
	const { all, shown, renew } = useScreenStanding();
	const [view, change] = useCityView();
	const against = view.against;
	const choose = ({ hash, isCurrent }: SnapshotEntry) => {
		change({ snapshot: isCurrent ? null : shortHash(hash), against: null });
		if (isCurrent) renew();
		onChosen();
	};
	const compare = ({ hash }: SnapshotEntry) => {
		change({ against: against !== null && hash.startsWith(against) ? null : shortHash(hash) });
		onChosen();
	};
	return (
		<div className="snapshot-list">
			{view.snapshot !== null && shown?.isCurrent === false && <OldSnapshot />}
			<ul aria-label={t("snapshot.list")}>
				{all.map((entry) => (
					<SnapshotRow
						key={entry.hash}
						entry={entry}
						isShown={entry.hash === shown?.hash}
						isAgainst={against !== null && entry.hash.startsWith(against)}
						onChoose={() => choose(entry)}
						{...(canCompare ? { onCompare: () => compare(entry) } : {})}
					/>
				))}
			</ul>
			{all.length < 2 && <p className="muted">{t("snapshot.onlyOne")}</p>}
		</div>
	);
}

interface SnapshotRowProps {
	readonly entry: SnapshotEntry;
	readonly isShown: boolean;
	readonly isAgainst: boolean;
	onChoose(): void;
	onCompare?(): void;
}

function SnapshotRow(props: SnapshotRowProps): ReactNode {
	const { entry, isShown, isAgainst, onChoose, onCompare } = props;
	const { t } = useTranslation();
	const language = useLanguage();
	const { number, run } = entry;
	return (
		<li className={isShown ? "on" : ""}>
			<button
				type="button"
				aria-current={isShown}
				data-testid={`snapshot-${number}`}
				onClick={onChoose}
			>
				<b>v{number}</b>
				<span>{formatDay(entry.asOf, language)}</span>
				<small>
					{entry.isCurrent && `${t("snapshot.current")} · `}
					{t(`snapshot.run.${run.status}`, { pct: Math.round(run.progressPct) })}
				</small>
			</button>
			{onCompare !== undefined && !isShown && run.status === "done" && (
				<button
					type="button"
					className="text-button"
					data-testid={`compare-${number}`}
					onClick={onCompare}
				>
					{t(isAgainst ? "snapshot.stopComparing" : "snapshot.compare")}
				</button>
			)}
		</li>
	);
}
