import type { PlanOperation } from "../../../planning/wire/plans.ts";

/** The district that a plan's operations are in, by the first code that says so; null for none. */
export function districtOf(operations: readonly PlanOperation[]): string | null {
	for (const op of operations) {
		const codes =
			"cells" in op ? op.cells : "cell" in op ? [op.cell] : "units" in op ? op.units : [];
		const code = codes.find((one) => /^\d{12}/.test(one));
		if (code !== undefined) return `${code.slice(0, 6)}000000`;
	}
	return null;
}
