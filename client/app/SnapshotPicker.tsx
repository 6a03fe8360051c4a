// 基准: which snapshot every figure stands on; opens to all of them.
import { Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useScreenStanding } from "../data/basis.ts";
import { formatDay } from "../data/formats.ts";
import { useCityView } from "../data/useCityView.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { shortHash } from "../data/viewLink.ts";
import { Icon } from "../ui/Icon.tsx";
import { OldSnapshot } from "./OldSnapshot.tsx";
import { SnapshotList } from "./SnapshotList.tsx";
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
	const isOld = view.snapshot !== null && current !== null && current.hash !== shown.hash;
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
			{isOld && !isOverview && <OldSnapshot />}
		</>
	);
}
