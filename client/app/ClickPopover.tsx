// A figure that opens to more when clicked, and closes by Escape, a click elsewhere, or another click.
import { Popover, type PopoverProps } from "antd";
import { type ReactNode, useState } from "react";
import { useEscape } from "./useEscape.ts";

type Props = Omit<PopoverProps, "open" | "onOpenChange" | "trigger">;

export function ClickPopover(props: Props): ReactNode {
	const [isOpen, setOpen] = useState(false);
	useEscape(isOpen, () => setOpen(false));
	return <Popover {...props} trigger="click" open={isOpen} onOpenChange={setOpen} />;
}
