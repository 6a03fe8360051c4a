// Counts per place only, never persons: what must not come in, and what is left out.

/** Columns that only a table of persons has. */
const PERSON_COLUMNS =
	/^(?:姓名|户主|户主姓名|居民姓名|性别|民族|出生.*|.*身份证.*|.*公民身份.*|.*证件号.*|id_?card.*|id_?number|identity_?(?:card|number|no).*|person_?(?:name|id)|first_?name|last_?name|surname|gender|sex|birth.*|date_?of_?birth|dob)$/i;

/** Columns by which somebody can be reached. */
const CONTACT_COLUMNS =
	/^(?:.*(?:电话|手机|联系人|联系方式|负责人|邮箱|微信).*|.*(?:phone|mobile|telephone|e_?mail|wechat).*|tel|contact.*|fax|qq)$/i;

/** True for a column of persons: names, birth, sex, identity numbers. */
export function isPersonColumn(column: string): boolean {
	return PERSON_COLUMNS.test(column.trim());
}

/** True for a column of telephone numbers, mail addresses, contact persons. */
export function isContactColumn(column: string): boolean {
	return CONTACT_COLUMNS.test(column.trim());
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/**
 * True when the text holds a citizen's identity number: 18 characters standing alone, a possible date of birth,
 * and the check character of GB 11643 (ISO 7064, MOD 11-2).
 */
export function holdsIdentityNumber(text: string): boolean {
	if (text.length < 18) return false;
	for (const [number] of text.matchAll(/(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g))
		if (hasBirthDate(number) && hasCheckCharacter(number)) return true;
	return false;
}

/** The text with its identity numbers struck out, for messages. */
export function withoutIdentityNumbers(text: string): string {
	return holdsIdentityNumber(text) ? text.replaceAll(/\d[\dXx]{16,17}/g, "******") : text;
}

function hasBirthDate(number: string): boolean {
	const year = Number(number.slice(6, 10));
	const month = Number(number.slice(10, 12));
	const day = Number(number.slice(12, 14));
	return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function hasCheckCharacter(number: string): boolean {
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
	return CHECK_CHARACTERS[sum % 11] === number[17]?.toUpperCase();
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[-－ ]?\d{7,8}|400[-－]?\d{3}[-－]?\d{4})(?!\d)/;

/** What telephone number stands in a text: of a mobile, of a line, or none. */
export function phoneIn(text: string): "mobile" | "line" | null {
	if (text.length < 9) return null;
	if (MOBILE.test(text)) return "mobile";
	return LANDLINE.test(text) ? "line" : null;
}
