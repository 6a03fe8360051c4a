// The first sentence of a refusal says what would happen, the rest what to do about it. Pure.
const END = /(?<=。)|(?<=[.!?]) (?=\p{Lu})/u;

export function firstSentence(words: string): { readonly first: string; readonly rest: string } {
	const [first = ""] = words.split(END);
	return { first, rest: words.slice(first.length).trim() };
}
