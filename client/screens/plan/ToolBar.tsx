// The tools at the left, each with its key.
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { TOOLS, type ToolName } from "./tools/toolList.ts";

interface ToolBarProps {
	readonly tool: ToolName;
	onTake(tool: ToolName): void;
}

export function ToolBar({ tool, onTake }: ToolBarProps): ReactNode {
	const { t } = useTranslation();
	return (
		<div
			className="panel plan-tools"
			role="toolbar"
			aria-orientation="vertical"
			aria-label={t("plan.table.tools")}
		>
			{TOOLS.map(({ name, key, icon, isFirst }) => (
				<Tooltip key={name} title={t(`plan.tool.${name}.hint`)} placement="right">
					<button
						type="button"
						className={isFirst ? "first" : ""}
						aria-pressed={tool === name}
						aria-keyshortcuts={key}
						onClick={() => onTake(name)}
						data-testid={`tool-${name}`}
					>
						<Icon name={icon} size={17} />
						<span>{t(`plan.tool.${name}.name`)}</span>
						<kbd>{key.toUpperCase()}</kbd>
					</button>
				</Tooltip>
			))}
		</div>
	);
}
