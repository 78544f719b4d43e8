import sharp from 'sharp';

/** A phishing mail as a mail program shows it. */
export const phishingMail = [
  'From: IT Helpdesk <support@mail-renewal.example>',
  'Subject: Your mailbox password expires today',
  'Dear user,',
  'your password expires in 24 hours. Verify your account now:',
  'https://portal.mail-renewal.example/verify?id=8841',
  'If you do not confirm your credentials, your mailbox will be suspended.',
  'IT Service Desk',
];

const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter]!);

/** Draws lines of text as a PNG picture, as a screenshot has them. */
export async function drawScreenshot(lines: readonly string[], { paper = '#fff', ink = '#222', size = 20 } = {}): Promise<Buffer> {
  const rows = lines.map((line, index) => `<text x="30" y="${60 + index * 40}" font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="${size}" fill="${ink}">${escaped(line)}</text>`);
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${80 + lines.length * 40}"><rect width="100%" height="100%" fill="${paper}"/>${rows.join('')}</svg>`)).png().toBuffer();
}
