/** Node's own, loaded with the first certificate that is read: that takes 6 ms, and most checks read none. */
export function cryptography() {
  return process.getBuiltinModule("node:crypto");
}
