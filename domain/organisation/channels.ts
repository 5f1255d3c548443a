/** Carriers that an organisation may have (QS-01: 公开栏 98 %, 党员之窗 80 %; TZ-02: 78 % 公开栏, 19 % 互联网). */
export const CHANNELS = {
  'notice-board': '党务公开栏',
  'member-window': '党员之窗',
  internet: '互联网',
  screen: '电子屏',
} as const;
export type Channel = keyof typeof CHANNELS;

/** Shares of units that a district aims at; the report of 全市 names the first two (QS-01). */
export const COVERAGE_TARGETS: Partial<Record<Channel, number>> = {
  'notice-board': 0.98,
  'member-window': 0.8,
};
