// A facility that was clicked: moved by the next click, or closed.
import { Button, Modal, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Asking } from "../tools/Drawing.ts";
import type { DialogsProps } from "./DialogsProps.ts";

type Changed = Extract<Asking, { kind: "facility-change" }>["facility"];

export function FacilityChange({
	drawing,
	table,
	facility,
}: DialogsProps & { readonly facility: Changed }): ReactNode {
	const { t } = useTranslation();
	const { id, category, name } = facility;
	const close = () => drawing.ask(null);
	return (
		<Modal open width={400} title={name} footer={null} onCancel={close}>
			<p className="muted">{t("plan.dialog.facility.change")}</p>
			<Space>
				<Button
					type="primary"
					onClick={() => {
						close();
						drawing.moveFacility({ id, category });
					}}
				>
					{t("plan.dialog.facility.move")}
				</Button>
				<Button
					onClick={() => {
						close();
						table.act({ kind: "perform", op: { op: "closeFacility", id, category } });
					}}
				>
					{t("plan.dialog.facility.close")}
				</Button>
			</Space>
		</Modal>
	);
}
