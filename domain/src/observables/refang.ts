/** A text without defanging, and where each of its characters stands in the original. */
export interface Plain {
  text: string;
  /** The original's span that characters `start` to `end` (exclusive) stand for. */
  span(start: number, end: number): [start: number, end: number];
}

/**
 * What people write so that nothing becomes a link: `[.]`, `(dot)`, `{at}`, `[:]//`, `http[s]`, `\.`. A dot or an at sign
 * counts only between characters of names, so that brackets of ordinary prose stay. Every part is bounded: linear time.
 */
const defanged =
  /(?<=[\p{L}\p{N}_])(?:[[({] ?(?:(?<point>\.)|(?<sign>@)) ?[\])}]| ?[[({] ?(?:(?<dot>dot)|(?<at>at)) ?[\])}] ?)(?=[\p{L}\p{N}_])|[[({](?<part>:\/\/|:|\/\/|\/)[\])}]|(?<=[tx*]p)[[(](?<s>s)[\])](?=[:[])|\\(?<escaped>[./])/giu;

/** Undoes defanging. Schemes such as `hxxp` stay: whoever reads links knows them. */
export function refang(original: string): Plain {
  const cuts: { at: number; shift: number }[] = [];
  let text = '';
  let copied = 0;
  for (const match of original.matchAll(defanged)) {
    const { point, sign, dot, at, part, s, escaped } = match.groups!;
    const put = dot ? '.' : at ? '@' : (point ?? sign ?? part ?? s ?? escaped ?? '');
    text += original.slice(copied, match.index) + put;
    copied = match.index + match[0].length;
    // One character of several now stands for the whole: what comes after it is shifted.
    cuts.push({ at: text.length, shift: copied - text.length });
  }
  text += original.slice(copied);
  if (cuts.length === 0) return { text, span: (start, end) => [start, end] };

  const shifts = new Uint32Array(text.length + 1);
  let next = 0;
  let shift = 0;
  for (let index = 0; index <= text.length; index++) {
    while (next < cuts.length && cuts[next]!.at <= index) shift = cuts[next++]!.shift;
    shifts[index] = shift;
  }
  // A span ends where its last character's original ends, which is where the next one begins.
  return { text, span: (start, end) => [start + shifts[start]!, end + shifts[end]!] };
}
