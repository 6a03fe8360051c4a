// A facility where the map was clicked.
import { Form, Input, InputNumber, Modal, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { CATEGORIES } from "../../../../planning/standards/catalogue.ts";
import { categoryName, useLanguage } from "../../../data/useLanguage.ts";
import { freshId } from "../tools/freshId.ts";
import type { DialogsProps } from "./DialogsProps.ts";

interface Filled {
	readonly category: string;
	readonly name: string;
	readonly floorAreaM2?: number | null;
	readonly operator?: string | null;
}

export function NewFacility({
	drawing,
	table,
	view,
	focus,
	at,
}: DialogsProps & { readonly at: LonLat }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [form] = Form.useForm<Filled>();
	const close = () => drawing.ask(null);
	const add = ({ category, name, floorAreaM2, operator }: Filled) => {
		close();
		table.focusOn({ category });
		table.act({
			kind: "perform",
			op: {
				...{ op: "addFacility", id: freshFacility(view), category, at, name },
				...(floorAreaM2 == null ? {} : { floorAreaM2 }),
				...(operator == null ? {} : { operator }),
			},
		});
	};
	const operators = view.picture.units.filter(({ kind }) => kind !== "district");
	return (
		<Modal
			open
			width={420}
			title={t("plan.dialog.facility.title")}
			okText={t("plan.dialog.facility.do")}
			cancelText={t("plan.dialog.cancel")}
			onOk={form.submit}
			onCancel={close}
		>
			<Form<Filled>
				form={form}
				layout="vertical"
				requiredMark={false}
				initialValues={{ category: focus.category }}
				onFinish={add}
			>
				<Form.Item name="category" label={t("plan.dialog.facility.category")}>
					<Select
						showSearch={{ optionFilterProp: "label" }}
						options={CATEGORIES.map((one) => ({
							value: one.code,
							label: categoryName(one, language),
						}))}
					/>
				</Form.Item>
				<Form.Item
					name="name"
					label={t("plan.dialog.name")}
					rules={[{ required: true, whitespace: true, max: 80, message: t("plan.dialog.nameWhy") }]}
				>
					<Input autoFocus />
				</Form.Item>
				<Form.Item name="floorAreaM2" label={t("plan.dialog.facility.area")}>
					<InputNumber min={0} max={1e7} suffix="㎡" style={{ width: 160 }} />
				</Form.Item>
				<Form.Item
					name="operator"
					label={t("plan.dialog.facility.operator")}
					extra={t("plan.dialog.facility.operatorWhy")}
				>
					<Select
						allowClear
						showSearch={{ optionFilterProp: "label" }}
						options={operators.map(({ code, name }) => ({ value: code, label: name }))}
					/>
				</Form.Item>
				{/* Enter in a field does it */}
				<button type="submit" hidden />
			</Form>
		</Modal>
	);
}

/** Ids of a plan's facilities are its own; whatever is taken is counted past. */
function freshFacility({ steps, picture }: DialogsProps["view"]): string {
	const taken = picture.facilities.map(({ id }) => id);
	const made = steps.filter(({ op }) => op === "addFacility").length;
	return freshId(`P${made + 1}`, taken);
}
