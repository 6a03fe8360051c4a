// The few globals that browsers, workers and Node all have; planning may use these and nothing else of a platform.
export {};

declare global {
	class TextEncoder {
		encode(text: string): Uint8Array<ArrayBuffer>;
	}
	class TextDecoder {
		constructor(label?: string, options?: { fatal?: boolean });
		decode(bytes: Uint8Array): string;
	}
	interface AbortSignal {
		readonly aborted: boolean;
		throwIfAborted(): void;
	}
}
