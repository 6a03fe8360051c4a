// The little of Markdown that the documents shown as pages are written in, as blocks and spans. Pure.

export type Span = {
	readonly kind: "text" | "code" | "strong" | "emphasis";
	readonly text: string;
};
export type Block =
	| { readonly kind: "heading"; readonly depth: number; readonly id: string; readonly text: string }
	| { readonly kind: "paragraph"; readonly text: string }
	| { readonly kind: "list"; readonly items: readonly string[] }
	| {
			readonly kind: "table";
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  };

/** Blocks in the order of the text: headings, paragraphs, lists of one level, tables. */
export function blocksOf(text: string): Block[] {
	return text
		.replaceAll("\r\n", "\n")
		.replaceAll(/^(#{1,6} .*)$/gm, "\n$1\n")
		.split(/\n\s*\n/)
		.map((lines) => lines.split("\n").filter((line) => line.trim() !== ""))
		.flatMap((lines) => blocksIn(lines));
}

/** Spans of a line: code, **strong**, _emphasis_ and what is between. */
export function spansOf(text: string): Span[] {
	return text
		.split(/(`[^`]+`|\*\*[^*]+\*\*|(?<![\w])_[^_]+_(?![\w]))/)
		.filter((part) => part !== "")
		.map((part): Span => {
			if (/^`.+`$/.test(part)) return { kind: "code", text: part.slice(1, -1) };
			if (/^\*\*.+\*\*$/.test(part)) return { kind: "strong", text: part.slice(2, -2) };
			if (/^_.+_$/.test(part)) return { kind: "emphasis", text: part.slice(1, -1) };
			return { kind: "text", text: part };
		});
}

/** A paragraph may go over into a list or a table without an empty line. */
function blocksIn(lines: readonly string[]): Block[] {
	const [first] = lines;
	if (first === undefined) return [];
	const heading = /^(#{1,6}) (.*)$/.exec(first);
	if (heading !== null) {
		const [, marks = "", text = ""] = heading;
		return [{ kind: "heading", depth: marks.length, id: idOf(text), text }];
	}
	const isOf = (mark: RegExp) => (line: string) => mark.test(line);
	const begins = lines.findIndex(isOf(/^(- |\|)/));
	if (begins > 0) return [...blocksIn(lines.slice(0, begins)), ...blocksIn(lines.slice(begins))];
	if (begins < 0) return [{ kind: "paragraph", text: lines.map((line) => line.trim()).join(" ") }];
	if (first.startsWith("- ")) return [{ kind: "list", items: itemsOf(lines) }];
	const end = lines.findIndex((line) => !line.startsWith("|"));
	const [head = [], ...rows] = lines
		.slice(0, end < 0 ? lines.length : end)
		.filter((line) => !/^\|[\s:|-]+\|$/.test(line))
		.map(cellsOf);
	return [{ kind: "table", head, rows }, ...(end < 0 ? [] : blocksIn(lines.slice(end)))];
}

function itemsOf(lines: readonly string[]): string[] {
	const items: string[] = [];
	for (const line of lines)
		if (line.startsWith("- ")) items.push(line.slice(2).trim());
		else items.push(`${items.pop() ?? ""} ${line.trim()}`);
	return items;
}

/** A bar inside of code, or after a backslash, does not end a cell. */
function cellsOf(line: string): string[] {
	const cells = line.match(/(?:`[^`]*`|\\\||[^|])+/g) ?? [];
	return cells.map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** `## 11. Territory (区划单元)` is #territory. */
function idOf(text: string): string {
	const words = text.replace(/^[\d.\s]+/, "").replace(/\s*[（(].*$/, "");
	return words
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, "-")
		.replaceAll(/^-|-$/g, "");
}
