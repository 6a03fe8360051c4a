// Keeps a plan while it is drawn: in the browser at once, on the server a moment after the last stroke. Without a line it
// tries again; when someone else saved meanwhile it asks, and nothing of either is lost.
import type { Merged } from "../../../planning/plan/mergePlans.ts";
import type { KeptPlan, PlanRevision, RevisionContent } from "../../../planning/wire/plansApi.ts";
import { ApiError } from "../http.ts";
import type { DraftStore } from "./draftStore.ts";
import type { PlanTable } from "./PlanTable.ts";
import type { Words } from "./planMessages.ts";
import { readPlan, readRevision, savePlan } from "./planQueries.ts";

const REST_MS = 900;
const RETRY_MS = 4_000;

export type KeepState =
	| { readonly kind: "saved"; readonly at: string }
	/** Drawn, kept in the browser, on its way to the server. */
	| { readonly kind: "saving" }
	| { readonly kind: "offline" }
	| { readonly kind: "refused"; readonly words: Words }
	| { readonly kind: "conflict"; readonly theirs: KeptPlan; readonly merged: Merged };

/** The server's side, so that it can be tried without one. */
export interface PlanServer {
	save: typeof savePlan;
	read: typeof readPlan;
	revision: typeof readRevision;
}
const SERVER: PlanServer = { save: savePlan, read: readPlan, revision: readRevision };

type Table = Pick<PlanTable, "toSave" | "merge" | "act">;

export class PlanKeeper {
	state: KeepState;
	/** The revision that what is drawn stands on. */
	revision: number;
	private readonly id: number;
	private readonly table: Table;
	private readonly drafts: DraftStore;
	private readonly server: PlanServer;
	private readonly listeners = new Set<() => void>();
	private timer: ReturnType<typeof setTimeout> | null = null;
	private isSaving = false;
	private isChanged = false;
	private isClosed = false;

	constructor(
		plan: Pick<KeptPlan, "id" | "revision" | "savedAt">,
		table: Table,
		drafts: DraftStore,
		server: PlanServer = SERVER,
	) {
		this.id = plan.id;
		this.revision = plan.revision;
		this.state = { kind: "saved", at: plan.savedAt };
		this.table = table;
		this.drafts = drafts;
		this.server = server;
	}

	readonly subscribe = (listen: () => void): (() => void) => {
		this.listeners.add(listen);
		return () => this.listeners.delete(listen);
	};

	/** Something was drawn. */
	async changed(): Promise<void> {
		this.isChanged = true;
		if (this.state.kind === "saved" || this.state.kind === "refused") this.set({ kind: "saving" });
		const { operations, done } = await this.table.toSave(false);
		const draft = { planId: this.id, baseRevision: this.revision, operations, done };
		await this.drafts.put({ ...draft, at: new Date().toISOString() }).catch(() => {});
		if (this.state.kind !== "conflict") this.saveIn(REST_MS);
	}

	/** Now, and not in a moment. */
	async save(): Promise<void> {
		if (this.isSaving || this.isClosed || this.state.kind === "conflict") return;
		if (this.timer !== null) clearTimeout(this.timer);
		this.timer = null;
		this.isSaving = true;
		this.isChanged = false;
		try {
			const { operations, done, hash } = await this.table.toSave(true);
			const saved = await this.server.save(this.id, {
				...{ baseRevision: this.revision, operations, done, hash },
			});
			await this.keptAs(saved);
		} catch (error) {
			await this.notSaved(error);
		} finally {
			this.isSaving = false;
		}
		// what was drawn meanwhile, whether the line was there or had been away
		if (this.isChanged && !this.isClosed && !this.isAsking()) this.saveIn(REST_MS);
	}

	/** Keep mine over theirs, take theirs, or what both did. */
	async settle(choice: "mine" | "theirs" | "both"): Promise<void> {
		const { state } = this;
		if (state.kind !== "conflict") return;
		const { theirs, merged } = state;
		this.revision = theirs.revision;
		this.set({ kind: "saving" });
		if (choice === "theirs") {
			this.table.act({ kind: "replace", operations: theirs.operations, done: theirs.done });
			await this.drafts.remove(this.id).catch(() => {});
			this.set({ kind: "saved", at: theirs.savedAt });
			return;
		}
		if (choice === "both" && merged.kind !== "conflict")
			this.table.act({ kind: "replace", operations: merged.operations, done: merged.done });
		await this.save();
	}

	/** What is not saved yet is, if it can be at once; what cannot stays in the browser. */
	async leave(): Promise<void> {
		if (this.timer !== null && this.state.kind !== "conflict") await this.save();
	}

	close(): void {
		this.isClosed = true;
		if (this.timer !== null) clearTimeout(this.timer);
		this.listeners.clear();
	}

	/** The person has not chosen yet whose plan it is to be. */
	private isAsking(): boolean {
		return this.state.kind === "conflict";
	}

	private async keptAs({ revision, savedAt }: PlanRevision): Promise<void> {
		this.revision = revision;
		if (this.isChanged) return;
		await this.drafts.remove(this.id).catch(() => {});
		this.set({ kind: "saved", at: savedAt });
	}

	private async notSaved(error: unknown): Promise<void> {
		if (error instanceof ApiError && error.code === "plan.saved-meanwhile")
			await this.compare().catch(() => this.retry());
		else if (error instanceof ApiError && error.status < 500)
			this.set({ kind: "refused", words: error.words });
		else this.retry();
	}

	/** What the other one saved beside what is drawn here. */
	private async compare(): Promise<void> {
		const theirs = await this.server.read(this.id);
		const common: RevisionContent = await this.server.revision(this.id, this.revision);
		this.set({ kind: "conflict", theirs, merged: await this.table.merge(common, theirs) });
	}

	private retry(): void {
		this.set({ kind: "offline" });
		this.saveIn(RETRY_MS);
	}

	private saveIn(ms: number): void {
		if (this.timer !== null) clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.save(), ms);
	}

	private set(state: KeepState): void {
		this.state = state;
		for (const listen of this.listeners) listen();
	}
}
