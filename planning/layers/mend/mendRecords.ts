// Mend steps on the records of a layer, in their order: borders and faces of divisions, names, single values.
import type { UnitRecord } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { TerritoryMending, type TerritoryStep } from "../../partition/mend/TerritoryMending.ts";
import type { MendReport, MendStep } from "../../wire/mends.ts";
import { identityOf, type RecordKind, type RecordOf } from "../identities.ts";
import type { Reference } from "../Reference.ts";
import { plainReport } from "./plainReport.ts";
import { withValue } from "./setValue.ts";

type NameStep = Extract<MendStep, { op: "unify-names" }>;
type ValueStep = Extract<MendStep, { op: "set-value" }>;

export interface MendedRecords<R> {
	/** In the order given; the same objects where no step changed them. */
	readonly records: readonly R[];
	/** One per record-level step, in their order; feature-level steps are not among them. */
	readonly reports: readonly MendReport[];
	/** Places of gaps that stay on purpose, as they are after all steps: for `fitIssuesOf`. */
	readonly left: readonly LonLat[];
}

const TERRITORY_OPS: readonly MendStep["op"][] = [
	"snap-borders",
	"divide-overlaps",
	"give-slivers",
	"give",
	"leave",
];

/** Apply the record-level ones of some steps. A step that cannot do anything says why, and the others go on. */
export function mendRecords<R extends object>(
	kind: RecordKind,
	records: readonly R[],
	steps: readonly MendStep[],
	_reference?: Reference,
): MendedRecords<R> {
	const state = new RecordMending(kind, records as readonly RecordOf[RecordKind][]);
	const reports = steps.flatMap((step) => state.apply(step) ?? []);
	const { records: mended, left } = state.finish();
	return { records: mended as readonly object[] as readonly R[], reports, left };
}

type AnyRecord = RecordOf[RecordKind];

class RecordMending {
	private readonly kind: RecordKind;
	private records: readonly AnyRecord[];
	private territory: TerritoryMending | null = null;
	private left: readonly LonLat[] = [];

	constructor(kind: RecordKind, records: readonly AnyRecord[]) {
		this.kind = kind;
		this.records = records;
	}

	/** null for steps on features, which were applied before. */
	apply(step: MendStep): MendReport | null {
		if (isTerritoryStep(step)) return this.territoryStep(step);
		if (step.op === "unify-names") return this.unifyNames(step);
		return step.op === "set-value" ? this.setValue(step) : null;
	}

	finish(): { records: readonly AnyRecord[]; left: readonly LonLat[] } {
		this.settle();
		return { records: this.records, left: this.left };
	}

	private territoryStep(step: TerritoryStep): MendReport {
		if (this.kind !== "divisions")
			return plainReport(step, 0, {
				zh: "只有区划单元有相邻的边界。",
				en: "Only divisions have borders in common.",
			});
		this.territory ??= new TerritoryMending(this.records as readonly UnitRecord[], this.left);
		return this.territory.apply(step);
	}

	/** Take the shapes over, so that what follows sees them. */
	private settle(): void {
		if (this.territory === null) return;
		this.records = this.territory.records();
		this.left = this.territory.left();
	}

	private unifyNames(step: NameStep): MendReport {
		const wanted = new Map(step.names.map(({ code, to }) => [code, to]));
		let touched = 0;
		this.change((record) => {
			const to = wanted.get(identityOf(this.kind, record));
			if (to === undefined || !("name" in record) || record.name === to) return record;
			touched++;
			return { ...record, name: to };
		});
		return plainReport(step, touched, {
			zh: "没有需要统一的名称。",
			en: "No name needed it.",
		});
	}

	private setValue(step: ValueStep): MendReport {
		let touched = 0;
		let isKnown = false;
		this.change((record) => {
			if (identityOf(this.kind, record) !== step.id) return record;
			isKnown = true;
			const changed = withValue(this.kind, record, step);
			if (changed !== null) touched++;
			return changed ?? record;
		});
		return plainReport(
			step,
			touched,
			isKnown
				? {
						zh: `“${step.field}”不能填“${step.value ?? ""}”。`,
						en: `${step.field} cannot be "${step.value ?? ""}".`,
					}
				: { zh: `没有编号为 ${step.id} 的记录。`, en: `There is no record ${step.id}.` },
		);
	}

	private change(change: (record: AnyRecord) => AnyRecord): void {
		this.settle();
		this.territory = null;
		this.records = this.records.map(change);
	}
}

function isTerritoryStep(step: MendStep): step is TerritoryStep {
	return TERRITORY_OPS.includes(step.op);
}
