/** A, B, … Z, A1 …: what an alternative is called where there is no room for its title. */
export function letterOf(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}
