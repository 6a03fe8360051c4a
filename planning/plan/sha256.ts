// SHA-256 (FIPS 180-4), at once and alike in the browser, in workers and on the server: WebCrypto only answers later.

/** The first 32 bits of the fractional parts of roots of the first primes. */
const CONSTANTS = rootsOfPrimes(64, 3n);
const START = rootsOfPrimes(8, 2n);

/** The hash of some bytes as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
	const state = START.slice();
	const words = new Uint32Array(64);
	const whole = bytes.length - (bytes.length % 64);
	for (let at = 0; at < whole; at += 64) block(state, words, bytes, at);
	const tail = tailOf(bytes, whole);
	for (let at = 0; at < tail.length; at += 64) block(state, words, tail, at);
	return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** What is left of the message, a one bit, zeros, and the message's length in bits. */
function tailOf(bytes: Uint8Array, from: number): Uint8Array {
	const left = bytes.length - from;
	const tail = new Uint8Array(left < 56 ? 64 : 128);
	tail.set(bytes.subarray(from));
	tail[left] = 0x80;
	new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n);
	return tail;
}

function block(state: Uint32Array, words: Uint32Array, bytes: Uint8Array, at: number): void {
	for (let i = 0; i < 16; i++) {
		const j = at + 4 * i;
		words[i] = (bytes[j] << 24) | (bytes[j + 1] << 16) | (bytes[j + 2] << 8) | bytes[j + 3];
	}
	for (let i = 16; i < 64; i++) {
		const [x, y] = [words[i - 15], words[i - 2]];
		const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
		const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
		words[i] = words[i - 16] + s0 + words[i - 7] + s1;
	}
	let [a, b, c, d, e, f, g, h] = state;
	for (let i = 0; i < 64; i++) {
		const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		const t1 = (h + s1 + ((e & f) ^ (~e & g)) + CONSTANTS[i] + words[i]) | 0;
		const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
		const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
		h = g;
		g = f;
		f = e;
		e = (d + t1) | 0;
		d = c;
		c = b;
		b = a;
		a = (t1 + t2) | 0;
	}
	[a, b, c, d, e, f, g, h].forEach((word, i) => {
		state[i] += word;
	});
}

function turned(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function rootsOfPrimes(count: number, power: bigint): Uint32Array {
	const primes: bigint[] = [];
	for (let n = 2n; primes.length < count; n++)
		if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
	return Uint32Array.from(primes, (prime) => {
		const scaled = prime << (32n * power);
		let [low, high] = [0n, 1n << 40n];
		while (high - low > 1n) {
			const middle = (low + high) >> 1n;
			if (middle ** power <= scaled) low = middle;
			else high = middle;
		}
		return Number(low & 0xffffffffn);
	});
}
