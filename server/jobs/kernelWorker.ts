// The thread's side of kernelPool.ts.
import { KERNELS, type KernelName } from "../commands/kernels.ts";
import { serveTasks } from "./pool/serveTasks.ts";

serveTasks({
	kernel: () => (input: { readonly name: KernelName; readonly given: readonly unknown[] }) =>
		(KERNELS[input.name] as (...given: readonly unknown[]) => unknown)(...input.given),
});
