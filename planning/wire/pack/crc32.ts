// CRC-32 (IEEE 802.3, as in gzip and PNG): finds every single-bit and every short burst error.

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
	return value;
});

/** Checksum of bytes; 0xcbf43926 for "123456789". */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffff_ffff;
	for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xff];
	return ~crc >>> 0;
}
