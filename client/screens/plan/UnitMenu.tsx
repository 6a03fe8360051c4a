// What becomes of a unit as a whole: another name, another kind, an end.
import { Dropdown } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanUnitMark } from "../../../planning/plan/drawing/PlanPicture.ts";
import type { PlanTable } from "../../data/plan/PlanTable.ts";
import { Icon } from "../../ui/Icon.tsx";
import { STREET_KINDS } from "./dialogs/streetKinds.ts";
import type { Drawing } from "./tools/Drawing.ts";

interface UnitMenuProps {
	readonly unit: PlanUnitMark;
	readonly table: PlanTable;
	readonly drawing: Drawing;
}

export function UnitMenu({ unit, table, drawing }: UnitMenuProps): ReactNode {
	const { t } = useTranslation();
	const { kind, code, name } = unit;
	const items = [
		{
			key: "rename",
			label: t("plan.unit.rename"),
			onClick: () => drawing.ask({ kind: "rename", unit: code, name }),
		},
		...(kind === "street"
			? STREET_KINDS.map((streetKind) => ({
					key: streetKind,
					label: t("plan.unit.changeKind", { kind: t(`unitPage.streetKind.${streetKind}`) }),
					onClick: () =>
						table.act({ kind: "perform", op: { op: "changeKind", unit: code, streetKind } }),
				}))
			: []),
		...(kind === "district"
			? []
			: [
					{
						key: "dissolve",
						label: t(`plan.unit.dissolve.${kind}`),
						onClick: () => drawing.ask({ kind: "dissolve", unit: code, name }),
					},
				]),
	];
	return (
		<Dropdown menu={{ items }} trigger={["click"]}>
			<button type="button" className="text-button unit-menu" data-testid="plan-unit-menu">
				{name}
				<Icon name="down" size={13} />
			</button>
		</Dropdown>
	);
}
