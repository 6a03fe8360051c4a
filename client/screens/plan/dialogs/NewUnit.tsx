// A unit of the chosen cells: a street set apart (析出), a basic management unit, a circle, a committee.
import { Form, Input, Modal, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../../data/formats.ts";
import { freshId } from "../tools/freshId.ts";
import type { DialogsProps } from "./DialogsProps.ts";
import { STREET_KINDS, type StreetKind } from "./streetKinds.ts";

interface Filled {
	readonly name: string;
	readonly code: string;
	readonly streetKind?: StreetKind;
}

export function NewUnit({
	drawing,
	table,
	view,
	focus: { layer },
	cells,
}: DialogsProps & { readonly cells: readonly string[] }): ReactNode {
	const { t } = useTranslation();
	const [form] = Form.useForm<Filled>();
	const close = () => drawing.ask(null);
	const taken = view.picture.units.map(({ code }) => code);
	const create = ({ name, code, streetKind }: Filled) => {
		close();
		table.act({
			kind: "perform",
			op: {
				...{ op: "createUnit", layer, code, name, cells: [...cells] },
				...(layer === "street" ? { streetKind: streetKind ?? "subdistrict" } : {}),
			},
		});
	};
	return (
		<Modal
			open
			width={400}
			title={t(`plan.dialog.create.${layer}`)}
			okText={t("plan.dialog.create.do")}
			cancelText={t("plan.dialog.cancel")}
			onOk={form.submit}
			onCancel={close}
		>
			<p className="muted">{t("plan.dialog.create.of", { cells: formatCount(cells.length) })}</p>
			<Form<Filled>
				form={form}
				layout="vertical"
				requiredMark={false}
				initialValues={{
					code: freshId(`NEW-${layer.toUpperCase()}`, taken),
					streetKind: "subdistrict",
				}}
				onFinish={create}
			>
				<Form.Item
					name="name"
					label={t("plan.dialog.name")}
					rules={[{ required: true, whitespace: true, max: 80, message: t("plan.dialog.nameWhy") }]}
				>
					<Input autoFocus data-testid="plan-create-name" />
				</Form.Item>
				{layer === "street" && (
					<Form.Item name="streetKind" label={t("plan.dialog.streetKind")}>
						<Select
							options={STREET_KINDS.map((value) => ({
								value,
								label: t(`unitPage.streetKind.${value}`),
							}))}
						/>
					</Form.Item>
				)}
				<Form.Item
					name="code"
					label={t("plan.dialog.code")}
					extra={t("plan.dialog.codeWhy")}
					rules={[
						{
							required: true,
							pattern: /^[\p{L}\p{N}._-]{1,60}$/u,
							message: t("plan.dialog.codeBad"),
						},
					]}
				>
					<Input />
				</Form.Item>
				{/* Enter in a field does it */}
				<button type="submit" hidden />
			</Form>
		</Modal>
	);
}
