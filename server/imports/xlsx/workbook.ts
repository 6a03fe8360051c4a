// What a workbook says about its sheets: names, order, which are hidden, and in which parts of the file everything lies.
import { posix } from "node:path";
import { malformed } from "../refusing.ts";
import { localName, parseXmlWhole, type XmlAttributes } from "../strictXml.ts";
import { XLSX, type XlsxPackage } from "./XlsxPackage.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

export interface Sheet {
	readonly name: string;
	/** Path of its part. */
	readonly part: string;
	readonly isHidden: boolean;
}

export interface Workbook {
	/** Worksheets in the order of their tabs, hidden ones last. */
	readonly sheets: readonly Sheet[];
	/** Path of the table of strings; null where there is none. */
	readonly strings: string | null;
	readonly styles: string | null;
	/** True when days are counted from 1904, as old spreadsheets of the Macintosh do. */
	readonly is1904: boolean;
}

interface Relation {
	/** Last word of its type: `worksheet`, `styles`, … */
	readonly kind: string;
	readonly part: string;
}

interface Listed {
	readonly name: string;
	readonly relation: string;
	readonly isHidden: boolean;
}

/** Throws Refused `xlsx.malformed`. */
export async function readWorkbook(file: XlsxPackage): Promise<Workbook> {
	const relations = await readRelations(file);
	const listed: Listed[] = [];
	let is1904 = false;
	await eachElement(file, WORKBOOK, (name, attributes) => {
		if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
		if (name === "sheet") listed.push(listedSheet(attributes));
	});
	const partOf = (kind: string) =>
		[...relations.values()].find((one) => one.kind === kind && file.has(one.part))?.part ?? null;
	const sheets = listed.flatMap(({ name, relation, isHidden }) => {
		const found = relations.get(relation);
		if (found === undefined)
			throw malformed(XLSX, `工作表“${name}”不在文件里 / no part of ${name}`);
		return found.kind === "worksheet" ? [{ name, part: found.part, isHidden }] : [];
	});
	return {
		sheets: [...sheets.filter((one) => !one.isHidden), ...sheets.filter((one) => one.isHidden)],
		strings: partOf("sharedStrings"),
		styles: partOf("styles"),
		is1904,
	};
}

function listedSheet(attributes: XmlAttributes): Listed {
	const id = Object.keys(attributes).find((name) => name.endsWith(":id")) ?? "";
	return {
		name: attributes["name"] ?? "",
		relation: attributes[id] ?? "",
		isHidden: /hidden/i.test(attributes["state"] ?? ""),
	};
}

/** By their ids. Targets are relative to the folder of the workbook, or absolute. */
async function readRelations(file: XlsxPackage): Promise<ReadonlyMap<string, Relation>> {
	const relations = new Map<string, Relation>();
	await eachElement(file, RELATIONS, (name, attributes) => {
		if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
		const kind = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
		const part = posix.resolve("/xl", (attributes["Target"] ?? "").replaceAll("\\", "/")).slice(1);
		relations.set(attributes["Id"] ?? "", { kind, part });
	});
	return relations;
}

async function eachElement(
	file: XlsxPackage,
	path: string,
	open: (name: string, attributes: XmlAttributes) => void,
): Promise<void> {
	const events = {
		open: (name: string, attributes: XmlAttributes) => open(localName(name), attributes),
		text: () => {},
		close: () => {},
	};
	await parseXmlWhole(file.text(path), events, XLSX);
}
