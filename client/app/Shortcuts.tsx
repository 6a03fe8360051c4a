// Keys of the city: search, help, next and previous unit, leave.
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { unitsQuery } from "../data/queries.ts";
import { markSpot } from "../data/spotStore.ts";
import { useCityView } from "../data/useCityView.ts";
import { useSelectUnit } from "../data/useSelectUnit.ts";
import type { MeasureTool } from "./useMeasure.ts";

const KEYS = ["/", "[ ]", "1 2", "← ↑ → ↓", "+ −", "Enter", "Esc", "?"] as const;

export function Shortcuts({ tool }: { tool: MeasureTool }): ReactNode {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const [view, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const navigate = useNavigate();
	const { data: units = [] } = useQuery(unitsQuery);
	const step = (by: number) => {
		const level = units.filter(({ kind }) => kind === view.level);
		const now = level.findIndex(({ code }) => code === view.unit?.code);
		const next = level[(Math.max(now, by < 0 ? 0 : -1) + by + level.length) % level.length];
		if (next !== undefined) selectUnit({ kind: next.kind, code: next.code });
	};
	const leave = () => {
		if (isOpen) setOpen(false);
		else if (tool.measure !== null) tool.stop();
		else if (view.home !== null) change({ home: null });
		else if (view.panel !== "overview" || view.flagId !== null)
			change({ panel: "overview", flagId: null });
		else change({ unit: null });
		markSpot(null);
	};
	const acts: Readonly<Record<string, () => void>> = {
		"?": () => setOpen(true),
		"？": () => setOpen(true),
		"[": () => step(-1),
		"]": () => step(1),
		"1": () => void navigate({ pathname: "/", search: window.location.search }),
		"2": () => void navigate({ pathname: "/tables", search: window.location.search }),
		Escape: leave,
		Enter: tool.finish,
	};
	useKeys(acts);
	return (
		<Modal
			open={isOpen}
			onCancel={() => setOpen(false)}
			footer={null}
			title={t("keys.title")}
			width={420}
		>
			<dl className="key-list">
				{KEYS.map((key, i) => (
					<div key={key}>
						<dt>
							<kbd>{key}</kbd>
						</dt>
						<dd>{t(`keys.${i}`)}</dd>
					</div>
				))}
			</dl>
		</Modal>
	);
}

/** Where keys are letters; a box to tick takes none. */
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select";

/** Keys act unless someone is typing. */
function useKeys(acts: Readonly<Record<string, () => void>>): void {
	const latest = useRef(acts);
	useEffect(() => {
		latest.current = acts;
	});
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement;
			const isTyping = target.matches(TYPING);
			const isOnButton = event.key === "Enter" && target.tagName === "BUTTON";
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping || isOnButton) return;
			const act = latest.current[event.key];
			if (act === undefined) return;
			if (event.key !== "Enter") event.preventDefault();
			act();
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, []);
}
