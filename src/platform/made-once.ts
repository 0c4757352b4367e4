/**
 * Keeps what costs seconds to make, by a key that stands for its content: the last few, and only while it is being made
 * for everybody who asks meanwhile. What failed is made again at the next question.
 */
export function madeOnce<Value>(most: number): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>()
  return (key, make) => {
    const known = kept.get(key)
    const value = known ?? make()
    kept.delete(key)
    kept.set(key, value)
    if (!known) value.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
