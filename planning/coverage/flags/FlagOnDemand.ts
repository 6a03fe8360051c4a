import type { Flag, FlagCode } from "../analysis.ts";

/** A flag that is put into words when somebody first reads more than its name: a whole city has thousands. */
export class FlagOnDemand implements Flag {
	readonly id: string;
	readonly flag: FlagCode;
	readonly #make: () => Flag;
	#made: Flag | undefined;

	/** `make` gives the whole flag, of this id. */
	constructor(flag: FlagCode, id: string, make: () => Flag) {
		this.flag = flag;
		this.id = id;
		this.#make = make;
	}

	get category() {
		return this.toJSON().category;
	}
	get unitCodes() {
		return this.toJSON().unitCodes;
	}
	get residents() {
		return this.toJSON().residents;
	}
	get residenceIds() {
		return this.toJSON().residenceIds;
	}
	get rule() {
		return this.toJSON().rule;
	}
	get confidence() {
		return this.toJSON().confidence;
	}
	get lever() {
		return this.toJSON().lever;
	}
	get figures() {
		return this.toJSON().figures;
	}
	get at() {
		return this.toJSON().at;
	}
	get place() {
		return this.toJSON().place;
	}

	/** The whole flag as a plain record. */
	toJSON(): Flag {
		this.#made ??= this.#make();
		return this.#made;
	}
}
