import { expect, test } from "vitest";
import { lastAnswer } from "../../../client/data/lastAnswer.ts";

test("the same question of the same subject is worked out once", () => {
	let asked = 0;
	const twice = lastAnswer((subject: { n: number }, factor: number) => {
		asked++;
		return [subject.n * factor];
	});
	const [one, other] = [{ n: 3 }, { n: 4 }];
	expect(twice(one, 2)).toBe(twice(one, 2));
	expect(twice(other, 2)).toEqual([8]);
	expect(twice(one, 2)).toEqual([6]);
	expect(asked).toBe(2);
});

test("another detail is another question, and only the last answer is kept", () => {
	let asked = 0;
	const answer = lastAnswer((_: object, detail: string) => {
		asked++;
		return detail;
	});
	const subject = {};
	expect([answer(subject, "a"), answer(subject, "b"), answer(subject, "a")]).toEqual([
		"a",
		"b",
		"a",
	]);
	expect(asked).toBe(3);
});
