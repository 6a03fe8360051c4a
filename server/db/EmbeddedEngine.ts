// The embedded database behind the ordinary pg driver: a Duplex that speaks the wire protocol to PGlite's thread.
import { Duplex } from "node:stream";
import { Worker } from "node:worker_threads";
import knexFactory, { type Knex } from "knex";

interface Pending {
	readonly resolve: () => void;
	readonly reject: (error: Error) => void;
}

interface FromThread {
	readonly ready?: true;
	readonly bytes?: Uint8Array;
	/** The connection the bytes answer. */
	readonly connection?: number;
	readonly id?: number;
	readonly error?: string;
}

/** One database folder, one thread, one connection at a time. */
export class EmbeddedEngine {
	private readonly worker: Worker;
	private readonly pending = new Map<number, Pending>();
	private readonly started: Promise<void>;
	private current: Duplex | null = null;
	private connection = 0;
	private lastId = 0;
	private death: string | null = null;

	/** `postgis` is the archive to load PostGIS from; null: the whole package, which can make the extension. */
	constructor(dataDir: string, postgis: string | null) {
		this.worker = new Worker(new URL("./pgliteThread.mjs", import.meta.url), {
			workerData: { dataDir, postgis },
			execArgv: [],
		});
		this.started = new Promise((resolve, reject) => {
			this.pending.set(0, { resolve, reject });
		});
		this.worker.on("message", (message: FromThread) => this.receive(message));
		this.worker.on("error", (error) => this.die(`The database thread failed: ${error.message}`));
		this.worker.on("exit", (code) => this.die(`The database thread ended (exit ${code}).`));
	}

	/** Resolves when the database answers; rejects when it cannot start. */
	ready(): Promise<void> {
		return this.started;
	}

	/** knex on this engine: one connection, as PGlite has. */
	knex(): Knex {
		return knexFactory({
			client: "pg",
			connection: {
				user: "postgres",
				database: "postgres",
				ssl: false,
				stream: () => this.connect(),
			},
			pool: { min: 1, max: 1 },
			log: QUIET,
		});
	}

	/** A new connection; what is still on its way to the one before it is dropped. */
	private connect(): Duplex {
		const connection = ++this.connection;
		const stream = wireStream((wire) => this.call({ wire, connection }));
		this.current = stream;
		return stream;
	}

	async close(): Promise<void> {
		try {
			if (this.death === null) await this.call({ close: true });
		} finally {
			this.death ??= "The database is closed.";
			await this.worker.terminate();
		}
	}

	private call(message: object): Promise<void> {
		if (this.death !== null) return Promise.reject(new Error(this.death));
		const id = ++this.lastId;
		return new Promise((resolve, reject) => {
			this.pending.set(id, { resolve, reject });
			this.worker.postMessage({ id, ...message });
		});
	}

	private receive({ ready, bytes, connection, id, error }: FromThread): void {
		if (bytes !== undefined && connection === this.connection)
			this.current?.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
		const call = ready ? 0 : id;
		if (call === undefined) return;
		const waiting = this.pending.get(call);
		this.pending.delete(call);
		if (error === undefined) waiting?.resolve();
		else waiting?.reject(new Error(error));
	}

	private die(death: string): void {
		this.death ??= death;
		for (const { reject } of this.pending.values()) reject(new Error(this.death));
		this.pending.clear();
		this.current?.destroy(new Error(this.death));
	}
}

/** A failure is told once, by whoever catches it. */
const QUIET = { warn() {}, error() {}, deprecate() {}, debug() {} };

/** A socket as far as the pg driver can tell; whole messages go to `send`, one batch after the other. */
function wireStream(send: (bytes: Uint8Array) => Promise<void>): Duplex {
	let rest: Buffer = Buffer.alloc(0);
	let isStarted = false;
	const pump = async (chunk: Buffer): Promise<void> => {
		rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		if (!isStarted) {
			if (rest.length < 4 || rest.length < rest.readInt32BE(0)) return;
			isStarted = true;
			const length = rest.readInt32BE(0);
			const startup = rest.subarray(0, length);
			rest = rest.subarray(length);
			await send(new Uint8Array(startup));
		}
		// whole messages up to the last that asks for an answer, so that an error skips the rest of its own batch
		let at = 0;
		let end = 0;
		while (rest.length - at >= 5) {
			const length = rest.readInt32BE(at + 1) + 1;
			if (rest.length - at < length) break;
			if (ENDS_A_BATCH.has(rest[at] as number)) end = at + length;
			at += length;
		}
		if (end === 0) return;
		const messages = rest.subarray(0, end);
		rest = rest.subarray(end);
		if (messages[0] === TERMINATE) stream.push(null);
		else await send(new Uint8Array(messages));
	};
	const stream = new Duplex({
		read() {},
		write(chunk: Buffer, _encoding, done) {
			pump(chunk).then(() => done(), done);
		},
		writev(chunks, done) {
			pump(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer))).then(() => done(), done);
		},
	});
	const same = () => stream;
	return Object.assign(stream, {
		connect() {
			queueMicrotask(() => stream.emit("connect"));
			return stream;
		},
		setNoDelay: same,
		setKeepAlive: same,
		ref: same,
		unref: same,
	});
}

const TERMINATE = 0x58; // "X"
/** Sync, Query, Flush, Terminate, password, and the messages of COPY. */
const ENDS_A_BATCH = new Set([...Buffer.from("SQHXpcdf")]);
