// Words that are kept when the field is left. Left empty where words are needed, the old ones return.
import { type ReactNode, useState } from "react";

interface KeptFieldProps {
	readonly value: string;
	readonly label: string;
	readonly maxLength: number;
	readonly isNeeded?: boolean;
	onKeep(words: string): void;
}

export function KeptField({
	value,
	label,
	maxLength,
	isNeeded = false,
	onKeep,
}: KeptFieldProps): ReactNode {
	const [words, setWords] = useState(value);
	const leave = () => {
		const said = words.trim();
		if (said === value) return;
		if (said === "" && isNeeded) setWords(value);
		else onKeep(said);
	};
	return (
		<input
			value={words}
			aria-label={label}
			placeholder={label}
			maxLength={maxLength}
			onChange={({ target }) => setWords(target.value)}
			onBlur={leave}
			onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
		/>
	);
}
