/** Texts below this length are harmless, whatever is in them. */
const harmless = 4 * 1024 * 1024;

/** The parser keeps about 150 bytes for every value; a list of 60,000 objects has about one and a half million. */
const maxValues = 2_500_000;

const [comma, newline] = [44, 10];

/** Whether one document holds more values than there is memory for. */
export function hasTooManyValues(text: string): boolean {
  if (text.length < harmless) return false;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === comma || code === newline) count += 1;
  }
  return count > maxValues;
}
