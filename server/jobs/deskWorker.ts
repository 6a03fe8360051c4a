// The far side of cityDesk.ts: a city located and attached once, then asked for packs and explanations.
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { City } from "../../planning/coverage/analysis.ts";
import { attachCity } from "../../planning/coverage/cityAttachments.ts";
import { type ExplainGround, explain, explainGround } from "../../planning/coverage/explain.ts";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import { locate } from "../../planning/coverage/located.ts";
import { createAttacher } from "../../planning/reach/attacher.ts";
import { profileNamed } from "../../planning/reach/profiles.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import { makePack, PACK_HALO_M } from "../../planning/wire/districtPack.ts";
import { encodePack } from "../../planning/wire/packFile.ts";
import type { PreparedBody } from "../packedBody.ts";

/** Lower than the highest: a quarter of the time for a hundredth more bytes. */
const BROTLI_QUALITY = 9;

/** What can be asked, and what is answered. */
export interface DeskQuestions {
	pack: { asked: { districtCode: string }; answer: PreparedBody };
	/** Null for a residence that the city lacks. */
	explain: {
		asked: {
			residenceId: string;
			category: string;
			mode: "any" | "own";
			/** Undefined: adult on foot, villages by slow travel. */
			profile: string | undefined;
		};
		answer: Explanation | null;
	};
}
export type DeskKind = keyof DeskQuestions;
export interface DeskOrder {
	readonly number: number;
	readonly kind: DeskKind;
	readonly asked: DeskQuestions[DeskKind]["asked"];
}
export type DeskNews =
	| { readonly number: number; readonly answer: DeskQuestions[DeskKind]["answer"] }
	| { readonly number: number; readonly error: Error };

const ground = groundOf(workerData as City);
const residenceOf = new Map(ground.city.residences.map(({ id }, residence) => [id, residence]));

const ANSWERS: {
	readonly [K in DeskKind]: (asked: DeskQuestions[K]["asked"]) => DeskQuestions[K]["answer"];
} = {
	pack: ({ districtCode }) => prepared(encodePack(makePack(ground, districtCode, PACK_HALO_M))),
	explain({ residenceId, category, mode, profile }) {
		const residence = residenceOf.get(residenceId);
		const entry = categoryOf(category);
		if (residence === undefined || entry === undefined) return null;
		const choice = { profile: profile === undefined ? undefined : profileNamed(profile) };
		return explain(ground, { residence, category: entry, mode, choice });
	},
};

parentPort?.on("message", ({ number, kind, asked }: DeskOrder) => {
	const say = (news: DeskNews) => parentPort?.postMessage(news);
	try {
		say({ number, answer: ANSWERS[kind](asked as never) });
	} catch (error) {
		say({ number, error: error as Error });
	}
});

function groundOf(city: City): ExplainGround {
	const attacher = createAttacher(city.graph, city.barriers);
	const attachments = attachCity(city, attacher);
	return explainGround({ city, located: locate(city), attachments, attacher });
}

/** A body in every encoding, packed once. */
function prepared(identity: Uint8Array): PreparedBody {
	return {
		contentHash: createHash("sha256").update(identity).digest("base64url").slice(0, 27),
		identity,
		gzip: gzipSync(identity, { level: 9 }),
		br: brotliCompressSync(identity, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
			},
		}),
	};
}
