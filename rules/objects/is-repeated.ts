/** Whether one that comes before has the same name. */
export function isRepeated(
  list: readonly { readonly name?: string | undefined }[],
  index: number,
): boolean {
  const name = list[index]?.name;
  return name !== undefined && list.findIndex((each) => each.name === name) < index;
}
