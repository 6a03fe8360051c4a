// PGlite on a thread of its own: bytes of the PostgreSQL wire protocol in, bytes out, so the HTTP loop never waits.
// Plain JavaScript, so that the thread starts without a TypeScript loader.
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { postgis as whole } from "@electric-sql/pglite-postgis";

const { dataDir, postgis } = workerData;
const setup = async (...given) => {
	const made = await whole.setup(...given);
	return postgis === null ? made : { ...made, bundlePath: pathToFileURL(postgis) };
};

const db = await PGlite.create({ dataDir, extensions: { postgis: { ...whole, setup } } });
parentPort.postMessage({ ready: true });

const SYNC = 0x53; // "S"
const QUERY = 0x51; // "Q"
const READY_FOR_QUERY = 0x5a; // "Z"
const SYNC_MESSAGE = Uint8Array.of(SYNC, 0, 0, 0, 4);

let chain = Promise.resolve();
parentPort.on("message", (message) => {
	chain = chain.then(() => handle(message));
});

let lastConnection = 0;

async function handle({ id, wire, connection, close }) {
	try {
		if (wire !== undefined) {
			if (connection !== lastConnection && lastConnection > 0) await resetSession();
			lastConnection = connection;
			const forward = answersOf(wire, (bytes) => send(bytes, connection));
			await db.runExclusive(() => db.execProtocolRawStream(wire, { onRawData: forward }));
		}
		if (close) await db.close();
		parentPort.postMessage({ id });
	} catch (error) {
		parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
	}
}

/**
 * PGlite has one session for all connections: what a cut one left open would swallow the next one's work, told as
 * committed and gone with the process.
 */
async function resetSession() {
	await db.execProtocolRaw(SYNC_MESSAGE); // ends a batch that an error cut short
	await db.exec("rollback");
	await db.exec("discard all");
}

/**
 * Forwards answers, and at most one ReadyForQuery per Sync or Query sent: after an error in the extended
 * protocol PGlite 0.5.8 says it twice, and every later answer would belong to the query before it.
 */
function answersOf(wire, forward) {
	let readyLeft =
		countMessages(wire, (type) => type === SYNC || type === QUERY) || (wire[0] === 0 ? 1 : 0);
	let rest = new Uint8Array(0);
	return (part) => {
		const bytes = new Uint8Array(rest.length + part.length); // a copy: the original lives in PGlite's memory
		bytes.set(rest);
		bytes.set(part, rest.length);
		let start = 0;
		let at = 0;
		while (bytes.length - at >= 5) {
			const next = at + 1 + lengthAt(bytes, at + 1);
			if (next > bytes.length) break;
			if (bytes[at] === READY_FOR_QUERY && readyLeft-- <= 0) {
				forward(bytes.slice(start, at));
				start = next;
			}
			at = next;
		}
		forward(bytes.slice(start, at));
		rest = bytes.slice(at);
	};
}

function send(bytes, connection) {
	if (bytes.length > 0) parentPort.postMessage({ bytes, connection }, [bytes.buffer]);
}

function countMessages(wire, isCounted) {
	let count = 0;
	for (let at = 0; wire.length - at >= 5 && wire[0] !== 0; at += 1 + lengthAt(wire, at + 1))
		if (isCounted(wire[at])) count++;
	return count;
}

function lengthAt(bytes, at) {
	return (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
