// What becomes of a file: its layers with their encoding, declared CRS and number of features; or the refusal.
import { Refused } from "../../../server/errors.ts";
import { layersOf } from "../../../server/imports/formats.ts";
import { readSource } from "./readSource.ts";

export interface LayerOutcome {
	readonly name: string;
	readonly features: number;
	/** null where the format fixes it; with `?` where it is not sure. */
	readonly encoding: string | null;
	/** `EPSG:n`, or the beginning of the text. */
	readonly crs: string | null;
	/** Codes of the issues, in order. */
	readonly issues?: readonly string[];
}

export type Outcome =
	| { readonly refused: string }
	| {
			readonly format: string;
			readonly layers: readonly (
				| LayerOutcome
				| { readonly name: string; readonly refused: string }
			)[];
	  };

const SHOWN_CRS = 40;

/** The outcome for the file at `path`. Throws whatever is not a refusal. */
export async function messyOutcome(path: string): Promise<Outcome> {
	return orRefusal(async () => {
		const { format, layers } = await layersOf(path, {});
		const outcomes = [];
		for (const { name } of layers)
			outcomes.push({ name, ...(await orRefusal(() => layerOutcome(path, name))) });
		return { format, layers: outcomes };
	});
}

async function orRefusal<T>(read: () => Promise<T>): Promise<T | { refused: string }> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Refused) return { refused: error.code };
		throw error;
	}
}

async function layerOutcome(path: string, layer: string): Promise<Omit<LayerOutcome, "name">> {
	const { features, encoding, declaredCrs } = await readSource(path, { layer });
	const issues = features.flatMap((feature) => (feature.issues ?? []).map(({ code }) => code));
	const { used, isSure } = encoding;
	return {
		features: features.length,
		encoding: used === null ? null : used + (isSure ? "" : "?"),
		crs: declaredCrs?.slice(0, SHOWN_CRS) ?? null,
		...(issues.length > 0 ? { issues: [...new Set(issues)].sort() } : {}),
	};
}
