/** Node's own, loaded with the first certificate that is read: it is a fiftieth of the time of a check without one. */
export function cryptography() {
  return process.getBuiltinModule("node:crypto");
}
