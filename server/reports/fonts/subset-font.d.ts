// subset-font comes without types: the part that reports use.
declare module "subset-font" {
	/** The font with those characters of the text that it has. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: { readonly targetFormat: "truetype" },
	): Promise<Buffer>;
}
