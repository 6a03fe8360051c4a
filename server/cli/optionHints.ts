// What an issue or a refusal means for somebody at the command line: the option that deals with it. The words
// themselves are the same for the web, which has no options.
import type { Issue } from "../../planning/layers/Issue.ts";
import type { Words } from "../errors.ts";

const OPTIONS: Readonly<Record<string, string>> = {
	"crs.datum-needs-parameters": "--crs",
	"crs.unknown": "--crs",
	"crs.unsure": "--crs",
	"crs.unsupported": "--crs",
	"encoding.unsure": "--encoding",
	"features.none": "--where",
	"id.duplicate": "--id-field",
	"id.too-long": "--id-field",
	"import.warnings": "--accept-warnings",
	"layer.choose": "--layer",
	"layer.not-chosen": "--layer",
	"layer.unknown": "--layer",
	"place.outside-unit": "--within",
	"streets.class-unknown": "--kind-field",
	"streets.partial-unsupported": "--add --within",
	"unit.unknown": "--within",
	"within.no-place": "--add",
};

/** "选项 option: --crs", with a space before it; empty where no option helps. */
export function optionHint({ code, field }: Pick<Issue, "code" | "field">): string {
	const option = field === undefined ? OPTIONS[code] : `--${optionOf(field)}`;
	return option === undefined ? "" : ` 选项 option: ${option}`;
}

/** The option that names the column of a field: the field in kebab case with `-field` behind. */
export function optionOf(field: string): string {
	return `${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-field`;
}

/** The line that says why nothing was committed. */
export function reasonLine({ code, zh, en }: Words & { readonly code: string }): string {
	return `jiequan: ${zh} ${en} [${code}]${optionHint({ code })}`;
}
