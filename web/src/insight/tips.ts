/** Short enough to be read on the way to something else. */
export const tips: readonly string[] = [
  'A mail that hurries you wants you not to think. Take the minute.',
  'Hover over a link before you click: the address at the bottom is where it really goes.',
  'Nobody from IT will ever ask for your password or a sign-in code, not even in a hurry.',
  'A sign-in prompt that you did not cause means that somebody has your password. Refuse it and report it.',
  'New bank details by mail? Call the number that you already have, not the one in the mail.',
  'Lock your screen when you get up: Windows+L, or Control+Command+Q on a Mac.',
  'A found USB stick goes to the security team, not into a computer.',
  'One long sentence is a better password than eight odd characters.',
  'Use a different password for each service. A password manager remembers them for you.',
  'Check the recipients once more before you send a file with names in it.',
  'A wrong click reported in five minutes is a small thing. Tell us, nobody will scold you.',
  'Let nobody through the door behind you just because their hands are full. Walk them to reception.',
  'Install updates on the day they come: most attacks use holes that are already mended.',
  'On public Wi-Fi use the company VPN, or your phone’s connection.',
  'A QR code is a link that you cannot read. Treat it like one.',
  'A shared link that “anyone can open” can be opened by anyone. Name the people instead.',
  'If a voice on the phone asks for money or codes, hang up and call back on a number that you know.',
  'Lost your phone or badge? Report it now, look for it afterwards.',
];

/** Some tips for a day: all people see the same, and each day brings others. */
export function tipsOf(day: Date, count = 3): string[] {
  const number = Math.floor((Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000) * count);
  return Array.from({ length: count }, (_, index) => tips[(number + index) % tips.length] as string);
}
