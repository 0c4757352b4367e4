import { partKey, type SourceAddress } from '../../core/thread-address.ts'
import type { KnownSource } from '../../core/thread-evidence.ts'

/** What a room says of its thing, under the id of the thing. */
export type Named = KnownSource & { id: string }

/** Every address a plan names, by the id of the thing. */
export type NamedAddresses = ReadonlyMap<string, readonly SourceAddress[]>

/** The addresses of the parts that are named and there. */
export function partsOf(
  addresses: readonly SourceAddress[] = [],
  hrefOf: (part: string, address: SourceAddress) => string | false | undefined,
): Record<string, string> {
  return Object.fromEntries(
    addresses.flatMap((address) => {
      const href = address.part !== '' && hrefOf(address.part, address)
      return href ? [[partKey(address), href]] : []
    }),
  )
}
