// An address that opens exactly what is seen, also after the data have moved on. Pure.

/** Where one page of a presentation is named; no part of the view. */
export const SLIDE_KEY = "slide";
const HASH_DIGITS = 12;

/** Enough of a snapshot's hash to name it in an address. */
export function shortHash(hash: string): string {
	return hash.slice(0, HASH_DIGITS);
}

interface Address {
	readonly pathname: string;
	readonly search: string;
}

/** Path and query with the snapshot pinned, or left to follow the current one (`null`). The language is the reader's own. */
export function linkAddress({ pathname, search }: Address, snapshot: string | null): string {
	const params = new URLSearchParams(search);
	params.delete("lang");
	params.delete(SLIDE_KEY);
	if (snapshot === null) params.delete("snapshot");
	else params.set("snapshot", shortHash(snapshot));
	const query = params.toString();
	return query === "" ? pathname : `${pathname}?${query}`;
}

/** The two halves of an address within the application. */
export function splitAddress(address: string): Address {
	const at = address.indexOf("?");
	return at < 0
		? { pathname: address, search: "" }
		: { pathname: address.slice(0, at), search: address.slice(at) };
}
