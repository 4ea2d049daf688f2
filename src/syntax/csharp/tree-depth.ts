/** How deep a tree is, found without recursion. */

/** Whether more than `limit` nodes lie on a path from the root. */
export function isDeeperThan(root: object, limit: number): boolean {
  const pending: { readonly node: object; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > limit) return true;
    const level = Array.isArray(node) ? depth : depth + 1;
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null) pending.push({ node: child, depth: level });
    }
  }
  return false;
}
