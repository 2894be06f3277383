/** Outlines of the line icons, drawn on 24 × 24 with a stroke of 1.75 in the colour of the text. */
const ICONS = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.2 15.2 20.5 20.5',
  pin: 'M12 21.5s-7-6.3-7-11.7a7 7 0 0 1 14 0c0 5.4-7 11.7-7 11.7zM12 12.3a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  calendar: 'M4 6.5h16v13.5H4zM4 10.5h16M8 4v4M16 4v4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.4 2.3',
  euro: 'M18.5 6.3A7.3 7.3 0 1 0 18.5 17.700M3.5 10.200h9.500M3.5 13.800h9.5',
  swap: 'M4 8.500h15M15.5 5 19 8.5 15.5 12M20 15.500H5M8.5 12 5 15.5 8.5 19',
  gift: 'M4 11.500h16V20.500H4zM3 7.500h18v4H3zM12 7.500v13M12 7.500S10.5 3 7.8 3.400C5.5 3.8 6 7.5 12 7.500zM12 7.500S13.5 3 16.2 3.400C18.5 3.8 18 7.5 12 7.500z',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-5.5 6.5-5.500s6.5 1.9 6.5 5.500M15.5 4.900a3.5 3.5 0 0 1 0 6.200M18 14.900c2.2.8 3.5 2.5 3.5 5.1',
  mail: 'M3 5.500h18v13H3zM3.5 6.5 12 13l8.5-6.5',
  arrow: 'M4 12h16M14 6l6 6-6 6',
  external: 'M14 4h6v6M20 4l-9 9M18 14.500V20H4V6h5.5',
  rss: 'M5 19.500h.01M4.5 12a7.5 7.5 0 0 1 7.5 7.500M4.5 5A14.5 14.5 0 0 1 19 19.5',
  filter: 'M3.5 7h17M6.5 12h11M10 17h4',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 10 18 19.5 6.5',
  quote: 'M10 7c-3.3 1-5 3.2-5 6.500V17h5v-5H7.500M19 7c-3.3 1-5 3.2-5 6.500V17h5v-5h-2.5',
  building: 'M5 20.500V4h9v16.500M14 9.500h5v11M3 20.500h18M8 8h3M8 12h3M8 16h3',
  chevron: 'M9 5.500l6.5 6.500L9 18.5',
  machines:
    'M12 15.300a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.600zM12 2.500v3.200M12 18.300v3.200M2.5 12h3.200M18.3 12h3.200M5.3 5.300l2.3 2.300M16.4 16.400l2.3 2.300M18.7 5.300l-2.3 2.300M7.6 16.400l-2.3 2.3',
  storage: 'M3 20.500V9.500L12 4l9 5.500v11M7 20.500V12.500h10v8M7 16.500h10',
  transport:
    'M2.5 6h11v10.500M13.5 9.500h4.300l3.7 3.800v3.200h-2M5 16.500H2.500V6M9.5 16.500h4.700M7.2 18.800a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600zM16.9 18.800a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.600z',
  staff:
    'M4.5 12.500a7.5 7.5 0 0 1 15 0M2.5 12.500h19M9.5 5.400v4M14.5 5.400v4M7 15.500a5 5 0 0 0 10 0',
  rooms: 'M5.5 20.500v-17h9l4 2.500v14.500M2.5 20.500h19M14.5 3.500v17M11.3 12.500v.01',
  materials:
    'M3.5 8 12 3.5 20.5 8v8.500L12 21l-8.5-4.500zM3.5 8l8.5 4.500L20.5 8M12 12.500V21M7.7 5.800l8.5 4.5',
  services:
    'M14.7 6.200a4.6 4.6 0 0 1 5.7-1.900L17.5 7.200v2.300h2.300l2-2a4.6 4.6 0 0 1-6.6 5.200L7.2 20.500a2.4 2.4 0 0 1-3.6-3.600l8-7.800a4.6 4.6 0 0 1 3.1-2.900z',
  knowledge:
    'M9.5 18.500h5M10 21h4M8.7 15.500C7 14.3 5.5 12.4 5.5 9.500a6.5 6.5 0 0 1 13 0c0 2.9-1.5 4.8-3.2 6v.5H8.700z',
  investment:
    'M3.5 20.500h17M6 20.500v-6M12 20.500V10M18 20.500v-13M4.5 9.5 10 5l3 2.500L19 2.500M15.5 2.500H19V6',
  energy: 'M13 2.5 5 13.500h6.500L10.5 21.5 19 10h-6.500z',
} as const;

export type IconName = keyof typeof ICONS;

/** The icon of each top-level category, by its key. */
export const CATEGORY_ICONS = {
  machines: 'machines',
  storage: 'storage',
  transport: 'transport',
  staff: 'staff',
  rooms: 'rooms',
  materials: 'materials',
  services: 'services',
  knowledge: 'knowledge',
  investment: 'investment',
  energy: 'energy',
} as const satisfies Record<string, IconName>;

/** Path data of an icon for `<path d>` on a viewBox of 0 0 24 24. */
export function iconPath(name: IconName): string {
  return ICONS[name];
}
