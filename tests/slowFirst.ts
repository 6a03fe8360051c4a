// Files that start products, browsers or whole cities come first, so that none of them runs alone at the end.
import { BaseSequencer, type TestSpecification } from "vitest/node";

const SLOW = [
	"journeys/",
	"server/killedStages",
	"server/serve",
	"server/cli/",
	"server/demonstration/",
	"server/routes/",
	"server/commands/",
];

export class SlowFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			const at = SLOW.findIndex((folder) => moduleId.includes(`/tests/${folder}`));
			return at < 0 ? SLOW.length : at;
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}
