// 整理: one's own views in the order they are presented, and what others share.
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SavedView } from "../../../planning/wire/savedViews.ts";
import { Problem } from "../../app/Problem.tsx";
import { savedViewsQuery, useKeepView } from "../../data/savedViewQueries.ts";
import { StateNote } from "../../ui/StateNote.tsx";
import { OwnViewRow } from "./OwnViewRow.tsx";

interface ViewManagerProps {
	readonly isOpen: boolean;
	onClose(): void;
}

export function ViewManager({ isOpen, onClose }: ViewManagerProps): ReactNode {
	const { t } = useTranslation();
	return (
		<Drawer
			open={isOpen}
			onClose={onClose}
			title={t("present.views")}
			size={420}
			destroyOnHidden
			data-testid="view-manager"
		>
			<Views />
		</Drawer>
	);
}

function Views(): ReactNode {
	const { t } = useTranslation();
	const query = useQuery(savedViewsQuery);
	if (query.data === undefined)
		return query.error === null ? (
			<p className="muted">{t("state.loading")}</p>
		) : (
			<Problem query={query} />
		);
	const own = query.data.filter(({ isMine }) => isMine);
	const shared = query.data.filter(({ isMine }) => !isMine);
	return (
		<>
			{own.length === 0 && (
				<StateNote icon="screen" words={t("present.none")} detail={t("present.noneHow")} />
			)}
			<ol className="own-views">
				{own.map((view) => (
					<OwnViewRow key={view.id} view={view} count={own.length} />
				))}
			</ol>
			{shared.length > 0 && (
				<>
					<h3>{t("present.shared")}</h3>
					<ul className="shared-views">
						{shared.map((view) => (
							<SharedViewRow key={view.id} view={view} />
						))}
					</ul>
				</>
			)}
		</>
	);
}

function SharedViewRow({ view }: { view: SavedView }): ReactNode {
	const { t } = useTranslation();
	const keep = useKeepView();
	const { title, caption, address } = view;
	return (
		<li>
			<div>
				<Link to={`/views/${view.id}`}>{title}</Link>
				<small className="muted">{view.ownerName}</small>
			</div>
			<button
				type="button"
				className="button small"
				disabled={keep.isPending || keep.isSuccess}
				onClick={() => keep.mutate({ title, caption, address })}
			>
				{t(keep.isSuccess ? "present.added" : "present.add")}
			</button>
		</li>
	);
}
