/** A name of Protobuf as JSON has it: `per_try_timeout` is `perTryTimeout`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
