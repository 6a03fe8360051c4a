// 台账: units and facilities as tables beneath the map, linked with it both ways, and out to XLSX.
import "./tables.css";
import { Input, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBasis } from "../../data/basis.ts";
import { pathOf } from "../../data/queries.ts";
import { Icon } from "../../ui/Icon.tsx";
import { FacilityTable } from "./FacilityTable.tsx";
import { UnitTable } from "./UnitTable.tsx";

export default function TablesScreen(): ReactNode {
	const { t } = useTranslation();
	const [table, setTable] = useState<"units" | "facilities">("units");
	const [text, setText] = useState("");
	const { snapshot } = useBasis();
	return (
		<section
			className="panel tables"
			id="figures"
			aria-label={t("tables.label")}
			data-testid="tables"
		>
			<div className="tables-bar">
				<Segmented
					value={table}
					options={[
						{ value: "units", label: t("tables.units") },
						{ value: "facilities", label: t("tables.facilities") },
					]}
					onChange={setTable}
				/>
				<Input
					allowClear
					className="tables-filter"
					value={text}
					placeholder={t("tables.filter")}
					aria-label={t("tables.filter")}
					prefix={<Icon name="search" size={14} />}
					onChange={({ target }) => setText(target.value)}
				/>
				<span className="spring" />
				<a
					className="button"
					href={pathOf(`exports/${table}.xlsx`, { snapshot })}
					download
					data-testid="export"
				>
					<Icon name="download" size={14} /> {t("tables.export")}
				</a>
			</div>
			{table === "units" ? <UnitTable text={text} /> : <FacilityTable text={text} />}
		</section>
	);
}
