/** Residents and households of residence records, for the report. */
export function sumsOf(records: readonly object[]): { residents: number; households: number } {
	let [residents, households] = [0, 0];
	for (const record of records) {
		if ("residents" in record) residents += Number(record.residents);
		if ("households" in record) households += Number(record.households ?? 0);
	}
	return { residents, households };
}
