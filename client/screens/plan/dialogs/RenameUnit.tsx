// Another name for a unit.
import { Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DialogsProps } from "./DialogsProps.ts";

export function RenameUnit({
	drawing,
	table,
	focus: { layer },
	unit,
	name: before,
}: DialogsProps & { readonly unit: string; readonly name: string }): ReactNode {
	const { t } = useTranslation();
	const [name, setName] = useState(before);
	const isFit = name.trim() !== "" && name.trim() !== before;
	const close = () => drawing.ask(null);
	const rename = () => {
		if (!isFit) return;
		close();
		table.act({ kind: "perform", op: { op: "rename", layer, unit, name: name.trim() } });
	};
	return (
		<Modal
			open
			width={400}
			title={t("plan.unit.renameTitle", { name: before })}
			okText={t("plan.unit.rename")}
			okButtonProps={{ disabled: !isFit }}
			cancelText={t("plan.dialog.cancel")}
			onOk={rename}
			onCancel={close}
		>
			<Input
				autoFocus
				value={name}
				maxLength={80}
				aria-label={t("plan.dialog.name")}
				onChange={(event) => setName(event.target.value)}
				onPressEnter={rename}
			/>
		</Modal>
	);
}
