// How well the name of a column says that it holds a field: the very name, a name cut off at the ten bytes of a DBF
// file, or a longer name with the word in it.
import { FIELD_COLUMNS, type Field } from "./fields.ts";

/** Higher is better; 0: says nothing. */
export const NAME_SCORES = { exact: 100, cutOff: 80, contains: 50 } as const;

/** Words inside longer names, and what the same name must not say. */
const WORDS: Readonly<Partial<Record<Field, readonly [has: RegExp, hasNot?: RegExp]>>> = {
	name: [
		/名称|名$|mingcheng|(?:^|_)name(?:_|$)|name$/,
		/所属|所在|上级|曾用|英文|省|市|户名|姓名|用户|文件|拼音|py|pinyin|english|_en$|ad_?name|pname|city|parent|file|user|district|street_?name|operator/,
	],
	code: [
		/(?:区划|行政|街道|街镇|乡镇|居委|村委|单元|统计).*(?:代码|编码)|admin.*code|(?:street|unit|committee|town)_?code/,
		/所属|上级|parent|邮|电话/,
	],
	parent: [/(?:所属|上级).*(?:代码|编码)|parent.*code/],
	floorArea: [/建筑面积|建面|floor_?area/, /公里|km|公顷|亩|占地|用地/],
	serviceArea: [/服务.*面积/, /公里|km|公顷|亩/],
	officeArea: [/办公.*面积/, /公里|km|公顷|亩/],
	capacity: [/床位|学位|座位|容量|capacity/],
	address: [/地址|坐落|address/, /邮箱|mail|网址|ip|mac|web/],
	residents: [
		/常住.*人口|居住.*人口|人口总数|人口数|population|residents/,
		/密度|户籍|流动|老年|老龄|儿童|density|岁/,
	],
	declaredResidents: [
		/常住.*人口|人口总数|人口数|population/,
		/密度|户籍|流动|老年|儿童|density|岁/,
	],
	households: [/户数|households/, /空|户均/],
	declaredHouseholds: [/户数|households/, /空|户均/],
	elders: [/老年|老人|60岁|65岁|elder/, /占比|率|设施|服务|pct/],
	children: [/儿童|children|14岁/, /占比|率|设施|pct/],
	lon: [/经度|longitude/, /驻地/],
	lat: [/纬度|latitude/, /驻地/],
	reason: [/理由|原因/],
};

/** A score of the column's name for a field, lower for later names of the field's list. */
export function nameScore(field: Field, column: string): number {
	const names: readonly string[] = FIELD_COLUMNS[field];
	const plain = plainName(column);
	const exact = names.findIndex((name) => plainName(name) === plain);
	if (exact >= 0) return NAME_SCORES.exact - exact / names.length;
	if (names.some((name) => isCutOff(column, name))) return NAME_SCORES.cutOff;
	const [has, hasNot] = WORDS[field] ?? [];
	const lower = column.normalize("NFKC").toLowerCase();
	return has?.test(lower) === true && hasNot?.test(lower) !== true ? NAME_SCORES.contains : 0;
}

/** Without width, capitals, spaces, marks and a unit in brackets at the end. */
function plainName(name: string): string {
	return name
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[(（[].*[)）\]]$/, "")
		.replace(/[\s_\-·.:：\ufffd]/g, "");
}

/** DBF keeps ten bytes of a name: five Chinese characters in GBK, three in UTF-8 and perhaps a broken one. */
function isCutOff(column: string, name: string): boolean {
	const kept = column.replace(/\ufffd+$/, "").toLowerCase();
	const whole = name.toLowerCase();
	if (kept.length >= whole.length || !whole.startsWith(kept)) return false;
	return [2, 3].some((width) => {
		const [before, after] = [bytesOf(kept, width), bytesOf(whole.slice(0, kept.length + 1), width)];
		return before <= 10 && after > 10;
	});
}

/** Length when every character beyond ASCII takes so many bytes. */
function bytesOf(text: string, width: number): number {
	let bytes = 0;
	for (const character of text) bytes += character.charCodeAt(0) < 128 ? 1 : width;
	return bytes;
}
