/** Browsers call every pasted picture `image.png`; the time tells several apart. */
function nameForPasted(file: File, now: Date): File {
  if (!/^image\.(png|jpe?g|gif|webp)$/i.test(file.name)) return file;
  const two = (value: number): string => String(value).padStart(2, '0');
  const stamp = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
  return new File([file], `Screenshot ${stamp}.${file.name.split('.').at(-1)}`, { type: file.type });
}

/**
 * Which files a paste brings, a screenshot with a name that says when. Office programs put a picture beside the text that was
 * copied: in a text field the text is what was meant.
 */
export function filesOfPaste(data: DataTransfer | null, intoTextField: boolean, now = new Date()): File[] {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return [];
  const hasText = [...(data?.types ?? [])].includes('text/plain');
  return intoTextField && hasText ? [] : files.map((file) => nameForPasted(file, now));
}
