/** Name of the bench of a worker of the end-to-end tests; they are numbered from 1. */
export function benchOfWorker(worker: number): string {
  return worker === 1 ? "test" : `test-${String(worker)}`;
}
