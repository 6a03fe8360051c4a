/** Residents and households of residence records, for the report; households null when the file has none. */
export function sumsOf(records: readonly object[]): {
	residents: number;
	households: number | null;
} {
	let residents = 0;
	let households: number | null = null;
	for (const record of records) {
		if ("residents" in record) residents += Number(record.residents);
		if ("households" in record && record.households !== null)
			households = (households ?? 0) + Number(record.households);
	}
	return { residents, households };
}
