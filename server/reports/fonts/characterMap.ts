// Which characters a font has: its table of characters (OpenType `cmap`), formats 4 and 12.

/** Code points that have a glyph; other formats are not read. Throws on a font without the table. */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const cmap = tableAt(view, "cmap");
	const found = new Set<number>();
	for (let i = 0; i < view.getUint16(cmap + 2); i++) {
		const table = cmap + view.getUint32(cmap + 8 + 8 * i);
		const format = view.getUint16(table);
		if (format === 4) addSegments(view, table, found);
		if (format === 12) addGroups(view, table, found);
	}
	return found;
}

function tableAt(view: DataView, name: string): number {
	for (let i = 0; i < view.getUint16(4); i++) {
		const entry = 12 + 16 * i;
		const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
		if (tag === name) return view.getUint32(entry + 8);
	}
	throw new Error(`The font has no table ${name}.`);
}

/** Format 4: segments of the basic plane; a glyph number of 0 is no glyph. */
function addSegments(view: DataView, table: number, found: Set<number>): void {
	const twice = view.getUint16(table + 6);
	const [ends, starts] = [table + 14, table + 16 + twice];
	const [deltas, offsets] = [starts + twice, starts + 2 * twice];
	for (let at = 0; at < twice; at += 2) {
		const [start, end] = [view.getUint16(starts + at), view.getUint16(ends + at)];
		const [delta, offset] = [view.getUint16(deltas + at), view.getUint16(offsets + at)];
		for (let code = start; code <= end && code !== 0xffff; code++) {
			const glyph =
				offset === 0 ? code + delta : view.getUint16(offsets + at + offset + 2 * (code - start));
			if ((glyph & 0xffff) !== 0) found.add(code);
		}
	}
}

/** Format 12: groups of all planes. */
function addGroups(view: DataView, table: number, found: Set<number>): void {
	for (let i = 0; i < view.getUint32(table + 12); i++) {
		const group = table + 16 + 12 * i;
		const [start, end] = [view.getUint32(group), view.getUint32(group + 4)];
		for (let code = start; code <= end; code++) found.add(code);
	}
}
