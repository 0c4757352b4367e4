/**
 * The same reading, with the last few texts kept beside what they were read as: for texts that are large, seldom change
 * and are asked for at every step. What is given is shared, so nobody may change it.
 */
export function readOnce<Value>(read: (text: string) => Value, most = 20): (text: string) => Value {
  const kept = new Map<string, Value>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(text, value)
    return value
  }
}
