// Every screen by its address, and what says that it is there.
export interface Screen {
	readonly name: string;
	/** `:plan` stands for a plan of one step. */
	readonly address: string;
	/** A test id, or a selector. */
	readonly ready: string;
}

const STREET = "990101005000";

export const SCREENS: readonly Screen[] = [
	{ name: "overview by units", address: "/", ready: "headline-coverage" },
	{ name: "overview by places", address: "/?reading=places", ready: "headline-coverage" },
	{ name: "overview as heat", address: "/?reading=heat", ready: "headline-coverage" },
	{ name: "overview by priority", address: "/?reading=priority", ready: "headline-coverage" },
	{ name: "overview of all eight", address: "/?category=COMPOSITE", ready: "headline-coverage" },
	{ name: "findings", address: "/?panel=flags", ready: "flag-row" },
	{ name: "unit panel", address: `/?unit=street:${STREET}&panel=unit`, ready: "unit-card" },
	{ name: "unit page", address: `/units/street/${STREET}`, ready: "unit-peers" },
	{
		name: "page of a basic management unit",
		address: "/units/bmu/990101101B01",
		ready: "bmu-suggestion",
	},
	{ name: "matrix", address: "/matrix", ready: "matrix" },
	{ name: "presence matrix", address: "/matrix?level=committee&table=presence", ready: "matrix" },
	{ name: "tables", address: "/tables", ready: "tables" },
	{ name: "plans", address: "/plans", ready: "plans" },
	{ name: "drawing table", address: "/plans/:plan", ready: "plan-step-1" },
	{ name: "methods", address: "/methods", ready: "methods" },
	{ name: "data", address: "/data", ready: "data" },
	{ name: "data help", address: "/data/help", ready: "data-help-page" },
	{ name: "presentation", address: "/present", ready: "slide-coverage" },
	{ name: "a view that is gone", address: "/views/999999", ready: "view-refused" },
	{
		name: "a snapshot that is gone",
		address: "/?snapshot=ffffffffffff",
		ready: "snapshot-missing",
	},
];
