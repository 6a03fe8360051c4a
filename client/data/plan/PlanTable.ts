// The page's side of a drawing table: sends what a person did to the worker, keeps what came back, tells who listens.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { PlaceNews } from "../../../planning/plan/drawing/looking.ts";
import type { Merged, PlanList } from "../../../planning/plan/mergePlans.ts";
import type {
	PlanAct,
	PlanFocus,
	PlanNews,
	PlanOpened,
	PlanOpening,
	PlanOrder,
	PlanToSave,
	PlanView,
	RefusalNews,
	Snapped,
	Words,
} from "./planMessages.ts";
import { StrokeClock } from "./StrokeClock.ts";

export interface TableState {
	readonly status: "opening" | "open" | "failed";
	/** How far opening is. */
	readonly progress: { readonly stage: string; readonly pct: number } | null;
	readonly failure: { readonly code: string; readonly words: Words | null } | null;
	readonly opened: PlanOpened | null;
	readonly view: PlanView | null;
	readonly focus: PlanFocus;
	readonly refusal: RefusalNews | null;
	/** Steps that went with a removed one, or could not be done when the plan was opened. */
	readonly left: readonly RefusalNews[];
}

type Unnumbered = PlanOrder extends infer O
	? O extends PlanOrder
		? Omit<O, "number">
		: never
	: never;
type NewsOf<K extends PlanNews["kind"]> = Extract<PlanNews, { kind: K }>;

/** What a table needs of a worker. */
export interface Port {
	postMessage(order: PlanOrder): void;
	onmessage: ((message: MessageEvent<PlanNews>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	terminate(): void;
}

export class PlanTable {
	state: TableState;
	private readonly port: Port;
	private readonly listeners = new Set<() => void>();
	private readonly asked = new Map<number, (news: PlanNews) => void>();
	private readonly clock = new StrokeClock();
	private number = 0;
	private openedAt = 0;

	constructor(port: Port, focus: PlanFocus) {
		this.port = port;
		this.state = {
			...{ status: "opening", progress: null, failure: null, opened: null, view: null },
			...{ focus, refusal: null, left: [] },
		};
		port.onmessage = ({ data }) => this.hear(data);
		port.onerror = () => this.fail("failed", null);
	}

	readonly subscribe = (listen: () => void): (() => void) => {
		this.listeners.add(listen);
		return () => this.listeners.delete(listen);
	};

	open(opening: PlanOpening): void {
		this.openedAt = performance.now();
		this.set({ status: "opening", progress: { stage: "ground", pct: 0 }, failure: null });
		this.tell({ kind: "open", opening, focus: this.state.focus });
	}

	readonly focusOn = (change: Partial<PlanFocus>): void => {
		const focus = { ...this.state.focus, ...change };
		this.set({ focus, refusal: null });
		this.tell({ kind: "focus", focus });
	};

	readonly act = (act: PlanAct): void => {
		this.set({ refusal: null, left: [] });
		this.tell({ kind: "act", act });
	};

	/** Places that the pointer crossed since the last call; `to`: null takes the unit where the stroke begins. */
	brush(line: readonly LonLat[], begin: { readonly to: string | null } | null): void {
		const number = this.tell({
			...{ kind: "brush", line, to: begin?.to ?? null },
			isStart: begin !== null,
		});
		this.clock.begin(number);
	}

	endBrush(isKept: boolean): void {
		this.tell({ kind: "brushEnd", isKept });
	}

	readonly adopt = (): void => {
		const op = this.state.refusal?.nearest?.op;
		if (op !== undefined) this.act({ kind: "perform", op });
	};

	readonly dismiss = (): void => {
		this.set({ refusal: null, left: [] });
	};

	async lasso(ring: readonly LonLat[]): Promise<readonly string[]> {
		return (await this.ask<NewsOf<"cells">>({ kind: "lasso", ring })).cells;
	}

	async place(at: LonLat, reachM: number): Promise<PlaceNews> {
		return (await this.ask<NewsOf<"place">>({ kind: "place", at, reachM })).place;
	}

	async snap(
		at: LonLat,
		asked: Pick<Extract<PlanOrder, { kind: "snap" }>, "before" | "reachM" | "isFree" | "isBorder">,
	): Promise<Snapped> {
		return (await this.ask<NewsOf<"snapped">>({ kind: "snap", at, ...asked })).snapped;
	}

	async toSave(isHashed: boolean): Promise<PlanToSave> {
		return (await this.ask<NewsOf<"toSave">>({ kind: "save", isHashed })).plan;
	}

	/** Another plan of the same snapshot, without opening it. */
	async look(list: PlanList): Promise<PlanView> {
		return (await this.ask<NewsOf<"looked">>({ kind: "look", list })).view;
	}

	async merge(common: PlanList, theirs: PlanList): Promise<Merged> {
		return (await this.ask<NewsOf<"merged">>({ kind: "merge", common, theirs })).merged;
	}

	/** What was shown is drawn: the time from the pointer to here is told to whoever measures. */
	drawn(): void {
		this.clock.end();
	}

	close(): void {
		this.port.terminate();
		this.listeners.clear();
	}

	private hear(news: PlanNews): void {
		const answer = this.asked.get(news.number);
		this.asked.delete(news.number);
		if (news.kind === "failed") {
			if (answer !== undefined) answer(news);
			else this.fail(news.code, news.words);
			return;
		}
		answer?.(news);
		this.clock.hear(news.number);
		if (news.kind === "progress") {
			if (news.stage === "walks" && news.pct === 0) this.tellTime("plan-pack");
			this.set({ progress: news });
		} else if (news.kind === "refused") this.set({ refusal: news.refusal });
		else if (news.kind === "view") this.show(news);
		else if (news.kind === "opened") {
			this.tellTime("plan-open");
			const { opened, view } = news;
			const left = opened.refused === null ? [] : [opened.refused];
			this.set({ status: "open", progress: null, opened, view, left });
		}
	}

	/** Since opening was asked, for whoever measures. */
	private tellTime(name: string): void {
		performance.measure(name, { start: this.openedAt, end: performance.now() });
	}

	private show({ view, left }: NewsOf<"view">): void {
		const before = this.state.view;
		if (before === null) return;
		const picture = { ...before.picture, ...view.picture };
		// a stroke that is legal again takes the card of what was refused away
		const refusal = view.isPreview ? null : this.state.refusal;
		this.set({ view: { ...view, picture }, refusal, ...(left.length > 0 ? { left } : {}) });
	}

	private fail(code: string, words: Words | null): void {
		if (this.state.status === "opening") this.set({ status: "failed", failure: { code, words } });
		else this.set({ failure: { code, words } });
	}

	private ask<N extends PlanNews>(order: Unnumbered): Promise<N> {
		return new Promise((resolve, reject) => {
			const number = this.tell(order);
			this.asked.set(number, (news) => {
				if (news.kind === "failed") reject(new Error(`The drawing table failed: ${news.code}.`));
				else resolve(news as N);
			});
		});
	}

	private tell(order: Unnumbered): number {
		const number = ++this.number;
		this.port.postMessage({ ...order, number } as PlanOrder);
		return number;
	}

	private set(change: Partial<TableState>): void {
		this.state = { ...this.state, ...change };
		for (const listen of this.listeners) listen();
	}
}
