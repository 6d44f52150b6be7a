/** Whether a number is prime; 1 counts as one, as in the data plane. */
export function isPrime(number: number): boolean {
  if (number > 0 && number < 4) return true;
  if (number % 2 === 0) return false;
  for (let factor = 3; factor * factor <= number; factor += 2) {
    if (number % factor === 0) return false;
  }
  return true;
}
