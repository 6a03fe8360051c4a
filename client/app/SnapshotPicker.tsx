// 基准: which snapshot every figure stands on; an older one can be chosen, and another laid beside it.

import { Popover } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import { useScreenStanding } from "../data/basis.ts";
import { formatDay } from "../data/formats.ts";
import { useCityView } from "../data/useCityView.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { shortHash } from "../data/viewLink.ts";
import { Icon } from "../ui/Icon.tsx";
import { useEscape } from "./useEscape.ts";

interface SnapshotPickerProps {
	/** There two can be compared, and the panel itself says that its figures are old. */
	readonly isOverview: boolean;
}

export function SnapshotPicker({ isOverview }: SnapshotPickerProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { shown, current } = useScreenStanding();
	const [view] = useCityView();
	const [isOpen, setOpen] = useState(false);
	useEscape(isOpen, () => setOpen(false));
	if (shown === null) return null;
	// while the current one is being analysed, the panel says so; here it is what the reader chose
	const isOld = view.snapshot !== null && current?.hash !== shown.hash;
	const date = formatDay(shown.asOf, language);
	return (
		<>
			<Popover
				trigger="click"
				placement="bottomRight"
				open={isOpen}
				onOpenChange={setOpen}
				content={<SnapshotList canCompare={isOverview} onChosen={() => setOpen(false)} />}
			>
				<button
					type="button"
					className="chip snapshot"
					aria-expanded={isOpen}
					title={t("header.snapshotHash", { hash: shortHash(shown.hash) })}
					data-testid="snapshot-picker"
				>
					{isOld ? (
						<i className="old-dot" aria-hidden="true" />
					) : (
						<Icon name="calendar" size={14} />
					)}
					<span className="snapshot-word">{t("header.snapshot")}</span>
					<span className="snapshot-date">{date}</span>
					<span className="muted">v{shown.number}</span>
					<span className="unseen">{t("snapshot.choose")}</span>
					<Icon name="down" size={14} />
				</button>
			</Popover>
			{isOld && !isOverview && <OldNote />}
		</>
	);
}

function OldNote(): ReactNode {
	const { t } = useTranslation();
	const { shown, current, renew } = useScreenStanding();
	const [, change] = useCityView();
	const toCurrent = () => {
		change({ snapshot: null, against: null });
		renew();
	};
	return (
		<p className="snapshot-old" data-testid="snapshot-old">
			{t("snapshot.old", { shown: shown?.number, current: current?.number })}
			<button type="button" className="text-button" onClick={toCurrent}>
				{t("snapshot.renew")}
			</button>
		</p>
	);
}

interface SnapshotListProps {
	readonly canCompare: boolean;
	onChosen(): void;
}

function SnapshotList({ canCompare, onChosen }: SnapshotListProps): ReactNode {
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
			{view.snapshot !== null && shown?.isCurrent === false && <OldNote />}
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
