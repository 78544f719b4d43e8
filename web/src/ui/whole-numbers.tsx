/** A sentence whose incident numbers are not broken at a hyphen. */
export function WholeNumbers({ text }: { text: string }) {
  return text.split(/(INC-\d{4}-\d+)/).map((part, index) => (index % 2 === 1 ? <span key={index} className="unbroken">{part}</span> : part));
}
