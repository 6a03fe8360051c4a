// What the pool and its workers say to each other.

/** A batch of work as its workers get it: which program, and what every task of it reads and writes. */
export interface BatchLoad {
	readonly batch: number;
	readonly program: string;
	/** Arrays in shared memory are seen by all, not copied. */
	readonly load: unknown;
	/** One number in shared memory: not 0 when the batch is to stop. */
	readonly stop: Int32Array;
}

export type PoolOrder =
	| { readonly kind: "load"; readonly load: BatchLoad }
	| {
			readonly kind: "task";
			readonly batch: number;
			readonly task: number;
			readonly input: unknown;
	  }
	| { readonly kind: "forget"; readonly batch: number };

export type PoolNews =
	| {
			readonly kind: "share";
			readonly batch: number;
			readonly task: number;
			readonly share: number;
	  }
	| {
			readonly kind: "done";
			readonly batch: number;
			readonly task: number;
			readonly result: unknown;
	  }
	| { readonly kind: "stopped"; readonly batch: number; readonly task: number }
	| {
			readonly kind: "failed";
			readonly batch: number;
			readonly task: number;
			readonly error: unknown;
	  };
