/**
 * The network an address belongs to, as far as one household or office has it: the whole of an IPv4 address, the first
 * 64 bits of an IPv6 one (whoever has one of those has them all).
 */
export function networkOf(address: string): string {
  const fourth = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (fourth) return fourth
  if (!address.includes(':')) return address
  const [front = '', back = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const [before, after] = [groupsIn(front), groupsIn(back)]
  const middle = address.includes('::') ? Array(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...middle, ...after].slice(0, 4).join(':')
}

const groupsIn = (text: string) =>
  text
    .split(':')
    .filter(Boolean)
    .map((group) => group.replace(/^0+(?=.)/, ''))
