// What a basic management unit's score card is made of: its row, its territory, facilities that count for it, and records.
import {
	BMU_FACILITY_ITEMS,
	BMU_RECORD_ITEMS,
	type BmuFacts,
	type BmuItem,
	type BmuRecordItem,
	type Has,
} from "../../../planning/coverage/figures/scorecard.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { BmuRecord, UnitPage } from "../../../planning/wire/unitPage.ts";

interface KnownOfBmu {
	readonly unit: Pick<UnitRow, "areaKm2" | "residents" | "declaredResidents">;
	readonly parts: number;
	readonly services: UnitPage["services"];
	/** Newest first. */
	readonly records: readonly BmuRecord[];
}

export function bmuFacts({ unit, parts, services, records }: KnownOfBmu): BmuFacts {
	const facilities = Object.entries(BMU_FACILITY_ITEMS).map(
		([item, category]) => [item, hasFacility(services, category)] as const,
	);
	const recorded = BMU_RECORD_ITEMS.map(
		(item) => [item, recordOf(records, item)?.has ?? "unknown"] as const,
	);
	return {
		areaKm2: unit.areaKm2,
		residents: unit.declaredResidents ?? unit.residents,
		parts,
		has: Object.fromEntries([...facilities, ...recorded]) as Record<BmuItem, Has>,
	};
}

/** The record that holds. */
export function recordOf(
	records: readonly BmuRecord[],
	item: BmuRecordItem,
): BmuRecord | undefined {
	return records.find((record) => record.item === item);
}

/** None here is a no only where the city has that layer at all. */
function hasFacility(services: UnitPage["services"], category: string): Has {
	const service = services.find((one) => one.category === category);
	if (service === undefined || service.isLayerMissing) return "unknown";
	return service.count > 0 ? "yes" : "no";
}
