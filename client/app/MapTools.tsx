// Zoom, the whole city, measuring; for administrators, the map beneath.
import { Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatArea, formatDistance } from "../data/formats.ts";
import { useIsAdmin } from "../data/useIsAdmin.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { useMapHandle } from "../map/MapHandle.ts";
import { lengthM, ringAreaOf } from "../map/measureFigures.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { BackgroundCard } from "./BackgroundCard.tsx";
import type { MeasureTool } from "./useMeasure.ts";

export function MapTools({ tool }: { tool: MeasureTool }): ReactNode {
	const { t } = useTranslation();
	const map = useMapHandle();
	const isAdmin = useIsAdmin();
	const [isSetting, setSetting] = useState(false);
	const kind = tool.measure?.kind;
	const toggle = (wanted: "distance" | "area") => () =>
		kind === wanted ? tool.stop() : tool.start(wanted);
	return (
		<>
			<div className="panel map-tools" role="toolbar" aria-label={t("tools.label")}>
				<Tool icon="plus" label={t("tools.zoomIn")} onUse={() => map.zoomBy(1)} />
				<Tool icon="minus" label={t("tools.zoomOut")} onUse={() => map.zoomBy(-1)} />
				<Tool icon="fit" label={t("tools.home")} onUse={() => map.home()} />
				<Tool
					icon="ruler"
					label={t("tools.distance")}
					isOn={kind === "distance"}
					onUse={toggle("distance")}
				/>
				<Tool icon="area" label={t("tools.area")} isOn={kind === "area"} onUse={toggle("area")} />
				{isAdmin && (
					<Tool
						icon="layers"
						label={t("tools.background")}
						isOn={isSetting}
						onUse={() => setSetting(!isSetting)}
					/>
				)}
			</div>
			{isSetting && <BackgroundCard onClose={() => setSetting(false)} />}
			{tool.measure !== null && <MeasureCard tool={tool} />}
		</>
	);
}

interface ToolProps {
	readonly icon: IconName;
	readonly label: string;
	readonly isOn?: boolean;
	onUse(): void;
}

function Tool({ icon, label, isOn = false, onUse }: ToolProps): ReactNode {
	return (
		<Tooltip title={label} placement="right">
			<button
				type="button"
				className={isOn ? "on" : ""}
				aria-label={label}
				aria-pressed={isOn}
				onClick={onUse}
			>
				<Icon name={icon} />
			</button>
		</Tooltip>
	);
}

function MeasureCard({ tool }: { tool: MeasureTool }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	if (tool.measure === null) return null;
	const { kind, points } = tool.measure;
	const isEnough = points.length > (kind === "area" ? 2 : 1);
	const [first] = points;
	return (
		<div className="measure-card" role="status" data-testid="measure">
			<b>
				{!isEnough && t(`tools.${kind}Start`)}
				{isEnough && kind === "distance" && formatDistance(lengthM(points), language)}
				{isEnough && kind === "area" && formatArea(ringAreaOf(points), language)}
			</b>
			{isEnough && kind === "area" && first !== undefined && (
				<span>
					{t("tools.perimeter", { length: formatDistance(lengthM([...points, first]), language) })}
				</span>
			)}
			<span className="keys">
				<kbd>Enter</kbd> {t("tools.finish")} <kbd>Esc</kbd> {t("tools.discard")}
			</span>
		</div>
	);
}
