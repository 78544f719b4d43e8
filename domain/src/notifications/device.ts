/** Devices of one person that can be pushed to; the rules know no others: `users/{uid}/devices/0` to `9`. */
export const deviceSlots = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** `users/{uid}/devices/{slot}`: a browser that its owner wants to be told on. */
export interface Device {
  /** Whose it is, so that one query finds the devices of many people. */
  uid: string;
  /** Where Firebase Cloud Messaging reaches it. */
  token: string;
  /** What its owner knows it by: "Firefox on Linux". */
  label: string;
  /** When its token was last known to be right. */
  at: Date;
}

/** The place of a new device: its own if it has one, else a free one, else that of the one which was longest not heard of. */
export function slotFor(token: string, devices: readonly (Device & { id: string })[]): string {
  const own = devices.find((device) => device.token === token);
  if (own) return own.id;
  const free = deviceSlots.find((slot) => devices.every(({ id }) => id !== slot));
  return free ?? devices.reduce((oldest, device) => (device.at < oldest.at ? device : oldest)).id;
}

const browsers = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'Mac'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']] as const;

/** A name for a browser by what it says of itself, in at most 60 letters. */
export function deviceLabel(userAgent: string): string {
  const named = (all: readonly (readonly [string, string])[]): string | undefined => all.find(([sign]) => userAgent.includes(sign))?.[1];
  return [named(browsers) ?? 'A browser', named(systems)].filter(Boolean).join(' on ');
}
