// The end of a unit: its cells go to another, or, of a management unit or a circle, to none.
import { Modal, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DialogsProps } from "./DialogsProps.ts";

export function DissolveUnit({
	drawing,
	table,
	view,
	focus: { layer },
	unit,
	name,
}: DialogsProps & { readonly unit: string; readonly name: string }): ReactNode {
	const { t } = useTranslation();
	const canBeNone = layer === "bmu" || layer === "circle";
	const [to, setTo] = useState<string | null>(null);
	const close = () => drawing.ask(null);
	const others = view.picture.units.filter(({ kind, code }) => kind === layer && code !== unit);
	return (
		<Modal
			open
			width={400}
			title={t("plan.unit.dissolveTitle", { name })}
			okText={t("plan.unit.dissolveDo")}
			okButtonProps={{ disabled: to === null && !canBeNone }}
			cancelText={t("plan.dialog.cancel")}
			onOk={() => {
				close();
				table.act({ kind: "perform", op: { op: "dissolveUnit", layer, unit, to } });
			}}
			onCancel={close}
		>
			<p className="muted">{t(canBeNone ? "plan.unit.dissolveMay" : "plan.unit.dissolveMust")}</p>
			<Select
				style={{ width: "100%" }}
				allowClear={canBeNone}
				showSearch={{ optionFilterProp: "label" }}
				aria-label={t("plan.table.giveTo")}
				placeholder={t(canBeNone ? "plan.unit.toNone" : "plan.table.giveTo")}
				value={to}
				options={others.map((one) => ({ value: one.code, label: one.name }))}
				onChange={(code: string | undefined) => setTo(code ?? null)}
			/>
		</Modal>
	);
}
