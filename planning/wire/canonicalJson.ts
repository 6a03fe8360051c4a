// JSON that is the same text for the same value, for hashes.

/** Key lists seen last, with their sorted order: the records of a layer have the same members one after another. */
let seen: readonly string[] = [];
let sorted: readonly (readonly [key: string, quoted: string])[] = [];

/**
 * JSON with sorted keys and no spaces (RFC 8785: numbers and strings are already as it asks).
 * Members that are undefined are left out; throws nothing that JSON.stringify does not.
 */
export function canonicalJson(value: unknown): string {
	if (typeof value === "number" && Number.isFinite(value)) return String(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const members = value as Readonly<Record<string, unknown>>;
	// joined, not added up: a sum of texts keeps all its parts until somebody reads it
	const parts: string[] = [];
	for (const [key, quoted] of sortedKeys(members)) {
		const member = members[key];
		if (member !== undefined) parts.push(quoted, ":", canonicalJson(member), ",");
	}
	parts[0] = `{${parts[0] ?? ""}`;
	parts[Math.max(parts.length - 1, 1)] = "}";
	return parts.join("");
}

function sortedKeys(value: object): typeof sorted {
	const keys = Object.keys(value);
	if (keys.length === seen.length && keys.every((key, i) => key === seen[i])) return sorted;
	seen = keys;
	sorted = [...keys]
		.sort((a, b) => (a < b ? -1 : 1))
		.map((key) => [key, JSON.stringify(key)] as const);
	return sorted;
}
