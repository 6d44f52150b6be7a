/** Something in a namespace that labels are on. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Items by namespace, and by each of their labels: what a selector matches is found without looking at the rest. */
export interface LabelIndex<Item> {
  readonly byNamespace: ReadonlyMap<string, readonly Item[]>;
  /** By namespace, key and value: joining the three for every question would be most of its time. */
  readonly byLabel: ReadonlyMap<string, ByKey<Item>>;
}

type ByKey<Item> = ReadonlyMap<string, ReadonlyMap<string, readonly Item[]>>;

/** Makes the index; the order of the items stays. */
export function indexByLabel<Item extends Labelled>(items: readonly Item[]): LabelIndex<Item> {
  const byLabel = new Map<string, Map<string, Map<string, Item[]>>>();
  const byNamespace = Map.groupBy(items, ({ namespace }) => namespace);
  for (const [namespace, own] of byNamespace) {
    const byKey = new Map<string, Map<string, Item[]>>();
    for (const item of own) {
      for (const key in item.labels) addByLabel(byKey, key, item.labels[key] ?? "", item);
    }
    byLabel.set(namespace, byKey);
  }
  return { byNamespace, byLabel };
}

/** Adds an item to those that have a label, by key and value. */
export function addByLabel<Item>(
  byKey: Map<string, Map<string, Item[]>>,
  key: string,
  value: string,
  item: Item,
): void {
  const byValue = byKey.get(key);
  const same = byValue?.get(value);
  if (byValue === undefined) byKey.set(key, new Map([[value, [item]]]));
  else if (same === undefined) byValue.set(value, [item]);
  else same.push(item);
}

/** Those of a namespace that may match a selector: all that have its rarest label, or all where it is empty. */
export function candidates<Item>(
  { byNamespace, byLabel }: LabelIndex<Item>,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): readonly Item[] {
  let fewest = byNamespace.get(namespace) ?? [];
  const own = byLabel.get(namespace);
  for (const key in selector) {
    const some = own?.get(key)?.get(selector[key] ?? "") ?? [];
    if (some.length < fewest.length) fewest = some;
  }
  return fewest;
}
