// Declared exceptions to contiguity: a bridge or a ferry joins two cells, a 飞地 may lie apart. Each with its reason.
import type { Issue } from "../layers/Issue.ts";
import { facesOf } from "./faces.ts";
import type { FaceLink } from "./rims.ts";
import type { Tiling } from "./Tiling.ts";

/** Cells by code. */
export type ContiguityException =
	| {
			readonly kind: "bridge" | "ferry";
			readonly cells: readonly [from: string, to: string];
			readonly reason: string;
	  }
	| { readonly kind: "exclave"; readonly cells: readonly [cell: string]; readonly reason: string };

export interface ReadExceptions {
	/** Faces that count as neighbours: the largest face of each of the two cells. */
	readonly links: readonly FaceLink[];
	/** The exception that lets a cell lie apart, by cell. */
	readonly apart: ReadonlyMap<number, ContiguityException>;
	readonly issues: readonly Issue[];
}

/** What exceptions mean on a tiling; those without a reason or with unknown cells are issues and do not count. */
export function readExceptions(
	tiling: Tiling,
	exceptions: readonly ContiguityException[],
): ReadExceptions {
	const cellOf = new Map(tiling.cellCode.map((code, cell) => [code, cell]));
	const { cellFirstFace } = facesOf(tiling);
	const links: FaceLink[] = [];
	const apart = new Map<number, ContiguityException>();
	const issues: Issue[] = [];
	exceptions.forEach((exception, index) => {
		const at = { row: index + 1 };
		const cells = exception.cells.flatMap((code) => cellOf.get(code) ?? []);
		if (exception.reason.trim() === "") issues.push(noReason(at));
		else if (cells.length < exception.cells.length)
			issues.push(unknownCell(at, exception.cells.find((code) => !cellOf.has(code)) ?? ""));
		else if (exception.kind === "exclave") apart.set(cells[0], exception);
		else if (cells[0] !== cells[1]) links.push([cellFirstFace[cells[0]], cellFirstFace[cells[1]]]);
	});
	return { links, apart, issues };
}

function noReason(at: Issue["at"]): Issue {
	return {
		code: "contiguity.no-reason",
		severity: "blocking",
		at,
		message: {
			zh: `第 ${at.row} 条例外没有写理由。桥、渡口、飞地都要写明理由。`,
			en: `Exception ${at.row} gives no reason. Say why the bridge, ferry or exclave counts.`,
		},
	};
}

function unknownCell(at: Issue["at"], code: string): Issue {
	return {
		code: "contiguity.unknown-cell",
		severity: "blocking",
		at,
		message: {
			zh: `第 ${at.row} 条例外里的基础格 ${code} 不存在。请核对代码。`,
			en: `Exception ${at.row} names cell ${code}, which does not exist. Check the code.`,
		},
	};
}
