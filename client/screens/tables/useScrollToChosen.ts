// What the map chose comes into view in the table.
import type { TableRef } from "antd/es/table";
import { type RefObject, useEffect, useRef } from "react";

export function useScrollToChosen(chosen: string | null): RefObject<TableRef | null> {
	const table = useRef<TableRef>(null);
	useEffect(() => {
		if (chosen !== null) table.current?.scrollTo({ key: chosen });
	}, [chosen]);
	return table;
}
