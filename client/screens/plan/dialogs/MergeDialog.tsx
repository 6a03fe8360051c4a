// One unit into another: which of them stays is said once more before it is done.
import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DialogsProps } from "./DialogsProps.ts";

export function MergeDialog({
	drawing,
	table,
	view,
	focus: { layer },
	gone,
	into,
}: DialogsProps & { readonly gone: string; readonly into: string }): ReactNode {
	const { t } = useTranslation();
	const [isTurned, setTurned] = useState(false);
	const [from, to] = isTurned ? [into, gone] : [gone, into];
	const nameOf = (code: string) =>
		view.picture.units.find((unit) => unit.kind === layer && unit.code === code)?.name ?? code;
	const close = () => drawing.ask(null);
	const merge = () => {
		close();
		table.act({ kind: "perform", op: { op: "merge", layer, units: [from], into: to } });
	};
	return (
		<Modal
			open
			width={400}
			title={t("plan.dialog.merge.title")}
			okText={t("plan.dialog.merge.do")}
			cancelText={t("plan.dialog.cancel")}
			onOk={merge}
			onCancel={close}
		>
			<p>{t("plan.dialog.merge.words", { gone: nameOf(from), into: nameOf(to) })}</p>
			<Button size="small" onClick={() => setTurned(!isTurned)}>
				{t("plan.dialog.merge.turn")}
			</Button>
		</Modal>
	);
}
