// Ant Design in our colours: its tokens, light and dark.
import { theme as antd, type ThemeConfig } from "antd";
import type { Theme } from "../map/palette.ts";

const FONT =
	'"Inter","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';

interface Reader {
	/** Everything that is pressed is as large as a fingertip. */
	readonly isTouch: boolean;
	/** Nothing moves or fades. */
	readonly isStill: boolean;
}

export function antdTheme(theme: Theme, { isTouch, isStill }: Reader): ThemeConfig {
	const isDark = theme === "dark";
	const colours = isDark
		? {
				colorPrimary: "#3f66d8",
				colorInfo: "#8fb0ff",
				colorLink: "#8fb0ff",
				colorText: "#e9edf5",
				colorTextSecondary: "#b4bfd0",
				colorTextTertiary: "#94a1b6",
				colorTextPlaceholder: "#94a1b6",
				colorBgContainer: "#18202c",
				colorBgElevated: "#1c2533",
				colorBgLayout: "#10161f",
				colorBorder: "#36445a",
				colorBorderSecondary: "#2a3546",
			}
		: {
				colorPrimary: "#2148c0",
				colorInfo: "#2148c0",
				colorLink: "#2148c0",
				colorText: "#14213a",
				colorTextSecondary: "#47536a",
				colorTextTertiary: "#66718a",
				colorTextPlaceholder: "#66718a",
				colorBorder: "#d3d8e2",
				colorBorderSecondary: "#e3e6ec",
			};
	return {
		algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
		token: {
			...colours,
			fontFamily: FONT,
			fontSize: 13,
			borderRadius: 6,
			borderRadiusLG: 10,
			controlHeight: isTouch ? 44 : 32,
			controlHeightSM: isTouch ? 44 : 26,
			motionDurationMid: "0.16s",
			motion: !isStill,
		},
		components: {
			Segmented: {
				trackBg: isDark ? "#111823" : "#eff1f5",
				itemSelectedBg: isDark ? "#2b374a" : "#ffffff",
				itemSelectedColor: isDark ? "#8fb0ff" : "#2148c0",
				itemColor: isDark ? "#b4bfd0" : "#47536a",
			},
			Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: "transparent" },
		},
	};
}
