// What the map chose comes into view in the table.
import type { TableRef } from "antd/es/table";
import { type RefObject, useEffect, useRef } from "react";

export function useRowInView(key: string | number | null): RefObject<TableRef | null> {
	const table = useRef<TableRef>(null);
	useEffect(() => {
		if (key !== null) table.current?.scrollTo({ key });
	}, [key]);
	return table;
}
