import { expect, test } from "vitest";
import { type Listed, nextListed } from "../../../../client/screens/plan/panel/listedUnits.ts";
import { planView, unit } from "./planScene.ts";

const still = planView({ before: [unit("b")], after: [unit("b", { residents: 900 })] });
const stroke = (...codes: string[]) =>
	planView({
		isPreview: true,
		before: codes.map((code) => unit(code)),
		after: codes.map((code) => unit(code, { residents: 700 })),
	});
const codes = ({ units }: Listed) => units.map(({ code }) => code);
const follow = (...views: ReturnType<typeof planView>[]) =>
	views.reduce<Listed | null>((last, view) => nextListed(last, view, "street"), null) as Listed;

test("units are listed by code, whichever was touched first", () => {
	expect(codes(follow(still, stroke("b", "c", "a")))).toEqual(["a", "b", "c"]);
});

test("a unit that the stroke leaves again stays in its place, as the snapshot has it", () => {
	const listed = follow(still, stroke("b", "a"), stroke("b"));
	expect(codes(listed)).toEqual(["a", "b"]);
	expect(listed.units[0]?.after).toEqual(listed.units[0]?.before);
});

test("when the stroke is over only touched units are listed", () => {
	expect(codes(follow(still, stroke("b", "a"), { ...still, version: 2 }))).toEqual(["b"]);
});

test("a unit that existed only within the stroke goes with it", () => {
	const made = planView({ isPreview: true, after: [unit("n")] });
	expect(codes(follow(still, made, stroke("b")))).toEqual(["b"]);
});

test("another layer begins a list of its own", () => {
	const committees = planView({ isPreview: true, before: [unit("x", { kind: "committee" })] });
	const listed = nextListed(follow(still, stroke("a")), committees, "committee");
	expect(codes(listed)).toEqual(["x"]);
});

test("a view that is drawn again is the same list", () => {
	const listed = follow(still);
	expect(nextListed(listed, still, "street")).toBe(listed);
});

test("a plan of very many units folds all but a few, and none folds or unfolds by itself later", () => {
	const many = Array.from({ length: 300 }, (_, i) => `m${i}`);
	const first = follow(stroke(...many));
	expect(first.units.filter(({ isOpen }) => isOpen).length).toBeLessThan(20);
	const open = new Map(first.units.map(({ code, isOpen }) => [code, isOpen]));
	const then = nextListed(first, stroke("a", ...many), "street");
	for (const { code, isOpen } of then.units) expect(isOpen).toBe(open.get(code) ?? false);
});
