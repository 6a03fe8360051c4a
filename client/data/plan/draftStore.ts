// What is drawn and not yet kept by the server, in the browser's own database: a closed lid or a lost line loses nothing.
import type { PlanOperation } from "../../../planning/wire/plans.ts";

export interface Draft {
	readonly planId: number;
	/** The revision that it was drawn on. */
	readonly baseRevision: number;
	readonly operations: readonly PlanOperation[];
	readonly done: number;
	/** ISO time. */
	readonly at: string;
}

/** Where drafts are kept; a browser that keeps nothing (private windows of some) has none. */
export interface DraftStore {
	get(planId: number): Promise<Draft | null>;
	put(draft: Draft): Promise<void>;
	remove(planId: number): Promise<void>;
}

const NAME = "jiequan";
const STORE = "drafts";

export function browserDrafts(factory: IDBFactory = indexedDB): DraftStore {
	let opened: Promise<IDBDatabase> | null = null;
	const database = () => {
		opened ??= new Promise((resolve, reject) => {
			const request = factory.open(NAME, 1);
			request.onupgradeneeded = () =>
				request.result.createObjectStore(STORE, { keyPath: "planId" });
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		return opened;
	};
	const run = async <T>(
		mode: IDBTransactionMode,
		act: (store: IDBObjectStore) => IDBRequest<T>,
	): Promise<T> => {
		const transaction = (await database()).transaction(STORE, mode);
		const request = act(transaction.objectStore(STORE));
		return new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve(request.result);
			transaction.onerror = () => reject(transaction.error);
			transaction.onabort = () => reject(transaction.error);
		});
	};
	return {
		get: async (planId) =>
			((await run("readonly", (store) => store.get(planId))) as Draft | undefined) ?? null,
		put: async (draft) => void (await run("readwrite", (store) => store.put(draft))),
		remove: async (planId) => void (await run("readwrite", (store) => store.delete(planId))),
	};
}
