// What the worker of a drawing table does with a message, without the worker: so that it can be tried anywhere.
import { type Fetch, openDesk } from "./openDesk.ts";
import { type OpenPlan, openPlan } from "./openPlan.ts";
import { answerOf } from "./planAnswers.ts";
import type { PlanNews, PlanOrder, Words } from "./planMessages.ts";

/** An error with a server's code and words. */
interface Coded {
	readonly code?: unknown;
	readonly words?: Words;
}

export class PlanDesk {
	private readonly fetch: Fetch;
	private readonly say: (news: PlanNews) => void;
	private open: OpenPlan | null = null;

	constructor(fetch: Fetch, say: (news: PlanNews) => void) {
		this.fetch = fetch;
		this.say = say;
	}

	/** Handles one message; whoever asks is answered, whatever happens. What no server refused is thrown, too. */
	async handle(order: PlanOrder): Promise<void> {
		try {
			this.say(order.kind === "open" ? await this.begin(order) : this.answer(order));
		} catch (error) {
			const { code, words = null } = error as Coded;
			const isCoded = typeof code === "string";
			this.say({ kind: "failed", number: order.number, code: isCoded ? code : "failed", words });
			if (!isCoded) throw error;
		}
	}

	private answer(order: Exclude<PlanOrder, { kind: "open" }>): PlanNews {
		if (this.open === null) throw new Error("No plan is open.");
		return answerOf(this.open, order);
	}

	private async begin(order: Extract<PlanOrder, { kind: "open" }>): Promise<PlanNews> {
		const { number, opening } = order;
		const name = `${opening.snapshot} ${opening.districtCode}`;
		const desk =
			this.open?.name === name
				? this.open.desk
				: await openDesk(opening, this.fetch, (stage, pct) =>
						this.say({ kind: "progress", number, stage, pct }),
					);
		this.say({ kind: "progress", number, stage: "replay", pct: 0 });
		const { open, news } = openPlan(name, desk, order);
		this.open = open;
		return news;
	}
}
