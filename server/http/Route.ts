// What a route is: data that the server mounts, the contract describes and the tests walk through.
import type { Readable } from "node:stream";
import type { Knex } from "knex";
import type * as z from "zod";
import type { Session } from "../../planning/wire/api.ts";
import type { BackgroundFolder } from "../background/BackgroundFolder.ts";
import type { Download } from "../exports/Download.ts";
import type { FileStore } from "../imports/FileStore.ts";
import type { AnalysisJobs } from "../jobs/analysisJobs.ts";
import type { PaperPress } from "../jobs/paperPress.ts";
import type { UploadDesk } from "../jobs/uploadDesk.ts";
import type { PreparedBody } from "../packedBody.ts";
import type { Action } from "../policies.ts";
import type { Snapshot } from "../queries/findSnapshot.ts";

/** What an answer stands on: nothing, the current snapshot, or a finished analysis of it. */
export type Basis = "nothing" | "snapshot" | "run";

/** A finished analysis of the snapshot. */
export interface FinishedRun {
	readonly id: number;
}

/** Bytes of a media type; a file name makes it a download. */
export interface Media {
	readonly media: string;
	readonly fileName?: string;
	/** Packed beforehand, under a tag of its own. */
	readonly isPrepared?: true;
	/** Sent while it is made, and never packed: news. */
	readonly isStream?: true;
	/** Each answer brings its own name and media type. */
	readonly isDownload?: true;
	/** Each answer brings its own media type. */
	readonly isOfItsOwnType?: true;
}

/** Bytes that say what they are. */
export interface TypedBytes {
	readonly media: string;
	readonly bytes: Uint8Array;
}

/** Bytes whose media type is known only when they are read. */
export const OF_ITS_OWN_TYPE = { media: "application/octet-stream", isOfItsOwnType: true } as const;

/** Downloads whose media type is known only when they are made. */
export const DOWNLOAD = { media: "application/octet-stream", isDownload: true } as const;

/** Server-sent events. */
export const EVENTS = { media: "text/event-stream", isStream: true } as const;

/** Work beyond one request that routes may start and look at. */
export interface ServerWork {
	readonly uploads: UploadDesk;
	readonly files: FileStore;
	/** Prints reports on a thread of its own. */
	readonly papers: PaperPress;
	/** PMTiles files for the map beneath the map. */
	readonly backgrounds: BackgroundFolder;
	readonly analyses: {
		/** Starts the analysis everyone opens first, while nobody waits for it. */
		begin(): void;
		/** How the analysis of a snapshot stands while it is not done. */
		underway: AnalysisJobs["underway"];
	};
}

/** What the session cookie can be asked to do. */
export interface SessionDoor {
	begin(accountId: number): Promise<void>;
	end(): Promise<void>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type AnswerOf<A> = A extends z.ZodType
	? z.input<A>
	: A extends { readonly isPrepared: true }
		? PreparedBody
		: A extends { readonly isDownload: true }
			? Download
			: A extends { readonly isStream: true }
				? Readable
				: A extends { readonly isOfItsOwnType: true }
					? TypedBytes
					: A extends Media
						? Uint8Array
						: undefined;

interface BasisParts {
	readonly nothing: object;
	readonly snapshot: { readonly snapshot: Snapshot };
	readonly run: { readonly snapshot: Snapshot; readonly run: FinishedRun };
}

/** A request after parsing and authorising. */
export type Call<P, Q, B, S extends Basis> = BasisParts[S] & {
	readonly db: Knex;
	readonly account: Session["account"] | null;
	readonly accountId: number | null;
	readonly session: SessionDoor;
	readonly work: ServerWork;
	/** The body of a request that takes bytes. */
	readonly bytes: Readable;
	readonly params: Parsed<P>;
	readonly query: Parsed<Q>;
	readonly body: Parsed<B>;
};

export interface RouteDefinition<P, Q, B, A, S extends Basis> {
	readonly method: "get" | "post" | "put" | "delete";
	/** In Express' words, e.g. `/api/units/:kind/:code`. */
	readonly path: string;
	readonly summary: string;
	readonly action: Action;
	readonly basis: S;
	readonly params?: P;
	readonly query?: Q;
	readonly body?: B;
	/** JSON longer than is usual, e.g. `16mb`; it is read after the session is known to be allowed to send it. */
	readonly bodyLimit?: string;
	/** The body is a file, taken as it comes (application/octet-stream). */
	readonly takesBytes?: true;
	/** A schema of JSON, a media type, or null for an empty 204. */
	readonly answers: A;
	/** Code of the 404 when what the address names is not there. */
	readonly missing?: string;
	/** The answer may change though what it stands on does not: never kept. */
	readonly isLive?: true;
	/** Failed requests are counted and limited. */
	readonly isThrottled?: boolean;
	/** Codes of the unit that is asked for and of every unit it lies in: a grant must cover one of them. */
	readonly lineage?: (call: Call<P, Q, B, S>) => Promise<readonly string[]>;
	readonly answer: (call: Call<P, Q, B, S>) => Promise<AnswerOf<A>>;
}

/** A route whose types are forgotten: as the table keeps it. */
export type Route = Omit<
	RouteDefinition<
		z.ZodObject | undefined,
		z.ZodObject | undefined,
		z.ZodType | undefined,
		z.ZodType | Media | null,
		"run"
	>,
	"basis"
> & { readonly basis: Basis };

/** Check a route's definition against its own schemas. */
export function route<
	P extends z.ZodObject | undefined = undefined,
	Q extends z.ZodObject | undefined = undefined,
	B extends z.ZodType | undefined = undefined,
	A extends z.ZodType | Media | null = null,
	S extends Basis = "nothing",
>(definition: RouteDefinition<P, Q, B, A, S>): Route {
	return definition as unknown as Route;
}

export function isMedia(answers: Route["answers"]): answers is Media {
	return answers !== null && "media" in answers;
}
