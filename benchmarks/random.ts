/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** The generator of Lehmer with Park's and Miller's numbers. */
export function createRandom(seed: number): Random {
  let state = (seed * 48_271 + 11) % 2_147_483_647 || 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, limit);
  };
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
