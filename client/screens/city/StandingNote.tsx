// Figures of another snapshot than the one in force say so where they are read; they change only when asked to.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useScreenStanding } from "../../data/basis.ts";
import { useCityView } from "../../data/useCityView.ts";
import { standingNews } from "./standingNews.ts";

export function StandingNote(): ReactNode {
	const { t } = useTranslation();
	const standing = useScreenStanding();
	const [view, change] = useCityView();
	const isPinned = view.snapshot !== null;
	const news = standingNews(standing, isPinned);
	if (news === null) return null;
	const renew = () => (isPinned ? change({ snapshot: null }) : standing.renew());
	return (
		<p className="standing-note" role="status" data-testid="standing-note">
			<i className={news.key === "running" ? "at-work" : ""} aria-hidden="true" />
			<span>{t(`standing.${news.key}`, news.words)}</span>
			{news.canRenew && (
				<button type="button" className="text-button" onClick={renew} data-testid="renew">
					{t("standing.renew")}
				</button>
			)}
		</p>
	);
}
