// What could not be done: steps that went with a removed one, or that the snapshot does not allow; and what was restored.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../data/formats.ts";
import type { Draft } from "../../data/plan/draftStore.ts";
import type { RefusalNews } from "../../data/plan/planMessages.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";

interface LeftNoteProps {
	readonly left: readonly RefusalNews[];
	readonly restored: Draft | null;
	onClose(): void;
}

const SHOWN = 4;

export function LeftNote({ left, restored, onClose }: LeftNoteProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	if (left.length === 0)
		return restored === null ? null : (
			<p className="panel left-note" role="status">
				{t("plan.table.restored", { time: formatTime(restored.at) })}
			</p>
		);
	return (
		<section className="panel left-note" role="alert">
			<div className="panel-title">
				<h2>{t("plan.table.left", { count: left.length })}</h2>
				<button
					type="button"
					className="icon-button"
					aria-label={t("action.close")}
					onClick={onClose}
				>
					<Icon name="close" />
				</button>
			</div>
			<ul>
				{left.slice(0, SHOWN).map((one) => (
					<li key={`${one.index} ${one.code}`}>
						{one.index !== null && t("plan.table.leftStep", { step: one.index + 1 })}
						{one[language]}
					</li>
				))}
			</ul>
		</section>
	);
}
